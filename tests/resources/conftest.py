"""Fixtures of stories, guides and search."""

import sys

import pytest

from cms import limits
from resources.guide_documents.making import CannotMakeDocuments, pdf_maker
from resources.search.counting import counts
from tests.resources.search_page import read_page


@pytest.fixture
def fresh_limits():
    """Start with no request counted: the counts live as long as the process."""
    limits.forget()


@pytest.fixture(autouse=True)
def _fresh_counts():
    """Start with no search counted: the counts live as long as the process."""
    counts.forget()


@pytest.fixture
def search(client):
    """Ask /zoeken/ and read its marks."""

    def ask(query="", **parameters):
        data = {**({"q": query} if query else {}), **parameters}
        return read_page(client.get("/zoeken/", data))

    return ask


@pytest.fixture
def needs_pango():
    """Leave the test out where no PDF can be made."""
    try:
        pdf_maker()
    except CannotMakeDocuments as missing:
        pytest.skip(str(missing))


@pytest.fixture
def without_maker(monkeypatch):
    """As on a computer without WeasyPrint: its import fails."""
    monkeypatch.setitem(sys.modules, "resources.guide_documents.pdf", None)
