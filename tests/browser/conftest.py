"""A real browser on the demonstration site: offline, and strict about errors and outside requests."""

import os

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.chromium import CHROMIUM, DESKTOP, MISSING, PHONE, launch

__all__ = ["DESKTOP", "PHONE"]


@pytest.fixture(scope="session")
def browser():
    """Chromium as the machine has it; nothing is downloaded."""
    if not CHROMIUM:
        pytest.skip(MISSING)
    from playwright.sync_api import sync_playwright  # starts an event loop, so only where a browser is wanted

    # Under playwright's event loop Django would refuse its database; browser tests do not use it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = launch(playwright.chromium)
        yield chromium
        chromium.close()


class Visit:
    """What happened in a test's windows: `outside` requests, all stopped, and `errors` in the console."""

    def __init__(self):
        self.outside: list[str] = []
        self.errors: list[str] = []
        self.expected_statuses: set[int] = set()

    def unexpected(self) -> list[str]:
        """The errors without what Chromium writes about a page that rightly answers 404 or 422."""
        expected = tuple(
            f"the server responded with a status of {status} " for status in self.expected_statuses
        )
        return [error for error in self.errors if not (expected and any(text in error for text in expected))]


@pytest.fixture
def new_page(browser, demo_site):
    """Make pages: ``new_page(java_script_enabled=False, viewport={…})``. Relative addresses work.

    The test fails at its end when a page asked for something outside the site or put an error in the console;
    what the security policy stops is such an error.
    """
    visit, contexts = Visit(), []

    def make(**options):
        context = browser.new_context(
            base_url=demo_site.url,
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            reduced_motion="reduce",
            **options,
        )
        contexts.append(context)

        def judge(route):
            if route.request.url.startswith((demo_site.url + "/", "data:", "blob:")):
                route.continue_()
            else:
                visit.outside.append(route.request.url)
                route.abort()

        context.route("**/*", judge)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: visit.errors.append(f"{page.url}: {error}"))
        page.on(
            "console",
            lambda line: visit.errors.append(f"{page.url}: {line.text}") if line.type == "error" else None,
        )
        page.visit = visit
        return page

    yield make
    for context in contexts:
        context.close()
    assert visit.outside == [], "requests left the site"
    assert visit.unexpected() == [], "errors in the browser's console"


@pytest.fixture
def page(new_page):
    """One page of a desktop size."""
    return new_page(viewport=DESKTOP)


@pytest.fixture
def open_sample():
    """Open a sample in a page, its form sent when it says so; fails when the status is another."""

    def open_it(page, sample):
        page.visit.expected_statuses.add(sample.status)
        answer = sample.open_in(page)
        assert answer.status == sample.status, str(sample)
        return answer

    return open_it


@pytest.fixture
def violations():
    """What axe has against the page as it stands: WCAG 2.2 A and AA, and its own best practices."""
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

    def look(page, only=None, tags=rules):
        wanted = {"type": "rule", "values": only} if only else {"type": "tag", "values": tags}
        options = {"runOnly": wanted, "resultTypes": ["violations"]}
        found = Axe().run(page, options=options).response["violations"]
        return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"][:3]]

    return look
