"""A real browser on the demonstration site: offline, and strict about errors and outside requests."""

import os
import shutil
import urllib.request
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
OTHERS = ["/zoeken/", "/zoeken/?q=training", "/zoeken/?q=qqqq", "/nieuws/?pagina=9999", "/bestaat-niet/"]

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def browser():
    """Chromium as the machine has it; nothing is downloaded."""
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine (Debian: chromium)")
    from playwright.sync_api import sync_playwright  # starts an event loop, so only where a browser is wanted

    # Under playwright's event loop Django would refuse its database; browser tests do not use it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def paths(demo_site):
    """Public paths of each kind: the first two of every folder in the sitemap, and some that it leaves out."""
    with urllib.request.urlopen(demo_site.url + "/sitemap.xml", timeout=60) as answer:
        root = ElementTree.fromstring(answer.read())
    found: dict[str, list[str]] = {}
    for place in root.iter(f"{NAMESPACE}loc"):
        path = urlsplit(place.text.strip()).path
        parent = path.rstrip("/").rpartition("/")[0]
        found.setdefault(f"{parent}{path if parent in ('', '/over') else ''}", []).append(path)
    return [*(path for group in found.values() for path in group[:2]), *OTHERS]


class Visit:
    """What happened in a browser window: `outside` requests that were stopped, `errors` in the console."""

    def __init__(self):
        self.outside: list[str] = []
        self.errors: list[str] = []


@pytest.fixture
def new_page(browser, demo_site):
    """Make pages: ``new_page(java_script_enabled=False, viewport={…})``. Relative addresses work.

    The test fails at its end when a page asked for something outside the site or put an error in the console.
    """
    visit, contexts = Visit(), []

    def make(**options):
        context = browser.new_context(base_url=demo_site.url, locale="nl-NL", **options)
        contexts.append(context)

        def judge(route):
            if route.request.url.startswith((demo_site.url + "/", "data:", "blob:")):
                route.continue_()
            else:
                visit.outside.append(route.request.url)
                route.abort()

        context.route("**/*", judge)
        page = context.new_page()
        page.on("pageerror", lambda error: visit.errors.append(str(error)))
        page.on("console", lambda line: visit.errors.append(line.text) if line.type == "error" else None)
        page.visit = visit
        return page

    yield make
    for context in contexts:
        context.close()
    assert visit.outside == [], "requests left the site"
    assert visit.errors == [], "errors in the browser's console"


@pytest.fixture
def page(new_page):
    """One page of a desktop size."""
    return new_page(viewport={"width": 1280, "height": 900})
