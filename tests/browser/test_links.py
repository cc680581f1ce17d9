"""No link on the demonstration site is broken, and nothing is loaded from elsewhere."""

from concurrent.futures import ThreadPoolExecutor
from urllib.parse import unquote, urldefrag, urlsplit

from tests.browser.web import Client, read_css, read_html, read_xml

STARTS = [
    "/",
    "/sitemap.xml",
    "/feeds/alles.xml",
    "/trainingen/agenda.ics",
    "/robots.txt",
    "/.well-known/security.txt",
]


class Crawl:
    """Follows every address from ``STARTS``.

    The links of a page that already has a query are followed only when they lead to a page without one, or to
    another page of the same list: filters on filters have no end.
    """

    def __init__(self, base: str):
        self.base = base
        self.client = Client(base)
        self.answers: dict[str, tuple[int, str, set[str]]] = {}  # address: status, kind, ids
        self.sources: dict[str, str] = {}  # address: the first page that names it
        self.fragments: dict[tuple[str, str], str] = {}  # (address, fragment): the page that links to it
        self.loaded_from_elsewhere: set[tuple[str, str]] = set()

    def run(self) -> None:
        waiting = {self.base + path for path in STARTS}
        with ThreadPoolExecutor(max_workers=4) as pool:
            while waiting:
                found = pool.map(self.visit, sorted(waiting))
                waiting = {address for addresses in found for address in addresses} - set(self.answers)

    def visit(self, address: str) -> set[str]:
        """Fetch one address; return the addresses on the site that it leads to."""
        answer = self.client.open(address)
        links, resources, ids = set(), set(), set()
        if answer.kind == "text/html":
            document = read_html(answer)
            links, resources, ids = document.links, document.resources, document.ids
        elif answer.kind == "text/css":
            resources = read_css(answer)
        elif answer.kind.endswith("xml") and "svg" not in answer.kind:
            links = read_xml(answer)
        self.answers[address] = (answer.status, answer.kind, ids)
        outside = {one for one in resources if not self.is_own(one) and not one.startswith("data:")}
        self.loaded_from_elsewhere |= {(address, one) for one in outside}
        return {self.note(address, link) for link in links | resources if self.is_followed(address, link)}

    def is_own(self, address: str) -> bool:
        return address.startswith(self.base + "/")

    def is_followed(self, source: str, link: str) -> bool:
        if not self.is_own(link):
            return False
        query = urlsplit(link).query
        return not (query and urlsplit(source).query) or "pagina=" in query

    def note(self, source: str, link: str) -> str:
        address, fragment = urldefrag(link)
        if fragment:
            self.fragments.setdefault((address, unquote(fragment)), source)
        self.sources.setdefault(address, source)
        return address


def test_links(demo_site):
    crawl = Crawl(demo_site.url)

    crawl.run()

    broken = {
        (address, status, crawl.sources.get(address))
        for address, (status, _kind, _ids) in crawl.answers.items()
        if status != 200
    }
    astray = {
        (address, fragment, source)
        for (address, fragment), source in crawl.fragments.items()
        if crawl.answers[address][1] == "text/html" and fragment not in crawl.answers[address][2]
    }
    kinds = {kind for _status, kind, _ids in crawl.answers.values()}
    print(f"{len(crawl.answers)} addresses, {len(crawl.fragments)} with a fragment")
    assert (broken, astray, crawl.loaded_from_elsewhere) == (set(), set(), set())
    assert kinds >= {"text/html", "text/css", "text/calendar", "application/pdf", "image/webp", "video/mp4"}
