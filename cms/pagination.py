"""The pages of a listing as `components/pagination.html` shows them; links keep the other parameters."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, QueryDict

PARAMETER = "pagina"
NEIGHBOURS = 1  # page numbers shown on each side of the current one
LONGEST_NUMBER = 6  # digits

Link = tuple[int, str, bool]  # number, address, is this the current page


@dataclass(frozen=True)
class Pages:
    """Where a visitor is in a listing. ``links`` holds None where numbers are left out."""

    number: int
    num_pages: int
    per_page: int
    previous_url: str
    next_url: str
    links: list[Link | None]

    @property
    def first(self) -> int:
        """How many items stand before this page."""
        return (self.number - 1) * self.per_page

    def slice(self, items):
        """The part of a list or queryset that stands on this page."""
        return items[self.first : self.first + self.per_page]


def paginate(total: int, parameters: QueryDict, per_page: int) -> Pages:
    """Read the page number from ``parameters``. Raises Http404 for what is no page of ``total`` items."""
    num_pages = max(1, -(-total // per_page))
    number = _read_number(parameters.get(PARAMETER, ""))
    if not 1 <= number <= num_pages:
        raise Http404("No such page of the listing")

    def url(page: int) -> str:
        return address(parameters, page=page)

    return Pages(
        number=number,
        num_pages=num_pages,
        per_page=per_page,
        previous_url=url(number - 1) if number > 1 else "",
        next_url=url(number + 1) if number < num_pages else "",
        links=[(one, url(one), one == number) if one else None for one in _shown(number, num_pages)],
    )


def address(parameters: QueryDict, *, page: int = 1) -> str:
    """The address of the listing with ``parameters`` and a page number, relative to its own path."""
    changed = parameters.copy()
    changed.pop(PARAMETER, None)
    if page > 1:
        changed[PARAMETER] = str(page)
    query = changed.urlencode()
    return f"?{query}" if query else "."


def _read_number(text: str) -> int:
    if not text:
        return 1
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else 0


def _shown(number: int, num_pages: int) -> list[int | None]:
    """First, last, current and its neighbours; a gap of one page is shown as that page."""
    near = range(number - NEIGHBOURS, number + NEIGHBOURS + 1)
    pages = sorted({1, num_pages, *(page for page in near if 1 <= page <= num_pages)})
    shown: list[int | None] = []
    for page in pages:
        before = shown[-1] if shown else 0
        if page - before == 2:
            shown.append(page - 1)
        elif page - before > 2:
            shown.append(None)
        shown.append(page)
    return shown
