"""Fixtures of stories, guides and search."""

import sys
import uuid

import pytest

from cms import limits
from resources.guide_documents.making import CannotMakeDocuments, pdf_maker
from resources.search import feeding
from resources.search.counting import counts
from resources.search.engines import breaker
from tests import search_server
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


@pytest.fixture(scope="session")
def search_server_url():
    """The address of a real search server; without Java or Maven the test is left out."""
    if reason := search_server.missing():
        pytest.skip(reason)
    with search_server.server() as url:
        yield url


@pytest.fixture
def fresh_breakers():
    """Start with no failure of the search server counted: the counts live as long as the process."""
    breaker.succeeded()
    feeding.back_off.succeeded()
    yield
    breaker.succeeded()
    feeding.back_off.succeeded()


@pytest.fixture
def own_server(search_server_url, settings, fresh_breakers):
    """The site has the search server, with indexes of its own that are gone afterwards; there is none yet."""
    from resources.search.engines import index  # brings the client, which most tests do without

    settings.ELASTICSEARCH_URL = search_server_url
    settings.ELASTICSEARCH_INDEX = f"test-{uuid.uuid4().hex}"
    yield index
    settings.ELASTICSEARCH_URL = search_server_url  # a test may have let it be away
    for name in index.existing():
        index.drop(name)


@pytest.fixture
def server_in_use(own_server, db):
    """The site has the search server, and everything that is in the database now is in its index."""
    from resources.search.rebuilding import rebuild

    rebuild()
    return own_server
