"""Fixtures of stories, guides and search."""

import pytest

from cms import limits
from tests.resources.search_page import read_page


@pytest.fixture
def fresh_limits():
    """Start with no request counted: the counts live as long as the process."""
    limits.forget()


@pytest.fixture
def search(client):
    """Ask /zoeken/ and read its marks."""

    def ask(query="", **parameters):
        data = {**({"q": query} if query else {}), **parameters}
        return read_page(client.get("/zoeken/", data))

    return ask
