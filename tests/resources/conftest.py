"""The search page as a fixture, for the tests of what it finds and of what it answers."""

import pytest

from tests.resources.search_page import read_page


@pytest.fixture
def search(client):
    """Ask /zoeken/ and read its marks."""

    def ask(query="", **parameters):
        data = {**({"q": query} if query else {}), **parameters}
        return read_page(client.get("/zoeken/", data))

    return ask
