"""Read the marks of the search page as a visitor's program does."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from tests.factories import NewsPageFactory


@dataclass
class SearchPage:
    html: str
    total: int = -1
    engine: str = ""
    hits: list[tuple[str, str]] = field(default_factory=list)  # data-type, data-path
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    repaired: list[str] = field(default_factory=list)
    dropped: str = ""

    @property
    def paths(self) -> list[str]:
        return [path for _kind, path in self.hits]


class _Reader(HTMLParser):
    def __init__(self, page: SearchPage):
        super().__init__()
        self.page = page

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if "data-total" in found:
            self.page.total = int(found["data-total"])
        if "data-engine" in found:
            self.page.engine = found["data-engine"]
        if "data-hit" in found:
            self.page.hits.append((found["data-type"], found["data-path"]))
        if "data-facet" in found:
            values = self.page.facets.setdefault(found["data-facet"], {})
            values[found["data-value"]] = int(found["data-count"])
        if "data-repaired" in found:
            self.page.repaired.append(found["data-repaired"])
        self.page.dropped = found.get("data-dropped", self.page.dropped)


def read_page(response) -> SearchPage:
    """The marks of an answer, which must be a page."""
    assert response.status_code == 200
    page = SearchPage(response.content.decode())
    _Reader(page).feed(page.html)
    return page


def news(title, **fields):
    return NewsPageFactory(title=title, **fields)
