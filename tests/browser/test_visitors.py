"""A visitor who only looks leaves no trace: no request to others, no cookie, no error."""

from tests.browser.conftest import DESKTOP
from tests.browser.samples import SAMPLES


def test_no_outside_requests_and_no_cookies(new_page, open_sample):
    page = new_page(viewport=DESKTOP)
    kept = {}
    for sample in SAMPLES:
        if sample.sent or sample.path.startswith("/mijn/"):  # who sends a form or logs in gets a cookie
            continue
        open_sample(page, sample)
        stored = page.evaluate("[localStorage.length, sessionStorage.length]")
        if page.context.cookies() or stored != [0, 0]:
            kept[str(sample)] = [*(cookie["name"] for cookie in page.context.cookies()), stored]
            page.context.clear_cookies()

    assert kept == {}  # the fixture fails on outside requests, errors and stopped scripts
