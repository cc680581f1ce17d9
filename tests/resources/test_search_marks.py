"""Marks in the original text: what was found, as it was found."""

import pytest

from resources.models import SearchDocument
from resources.search.highlight import fragment, mark
from tests.resources.search_texts import Texts

pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture(autouse=True)
def no_documents(site):
    SearchDocument.objects.all().delete()


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("Drie bijeenkomsten", "bijeenkomst", "Drie <mark>bijeenkomsten</mark>"),
        ("Een BBL'er vertelt", "bbl", "Een <mark>BBL&#x27;er</mark> vertelt"),
        ("MBO-ZIN in het kort", "mbo zin", "<mark>MBO-ZIN</mark> in het kort"),
        ("Een uitwisselingsstage", "stage", "Een <mark>uitwisselingsstage</mark>"),
        ("Cliënten & familie", "client", "<mark>Cliënten</mark> &amp; familie"),
        ("Een handreiking", "gids", "Een <mark>handreiking</mark>"),
        ("Vergaderingen", "vergaderngen", "<mark>Vergaderingen</mark>"),
        ("Een mantelzorger", "mantel zorger", "Een <mark>mantelzorger</mark>"),
        ("Muziek bij dementie", "dementiemuziek", "<mark>Muziek</mark> bij <mark>dementie</mark>"),
        ("Samen zingen, samen eten", '"samen zingen"', "<mark>Samen</mark> <mark>zingen</mark>, samen eten"),
    ],
)
def test_mark_shows_what_was_found(text, query, marked):
    reading = Texts(text).find(query).reading

    assert mark(text, reading.groups) == marked


def test_fragment_shows_the_piece_with_most_words_of_the_query():
    text = f"Muziek. {'Vooraf staat er veel. ' * 30}Dan komt muziek bij dementie aan bod. {'Meer. ' * 60}"
    reading = Texts(text).find("muziek dementie").reading

    found = fragment([text], reading.groups)

    assert "<mark>muziek</mark> bij <mark>dementie</mark>" in found
    assert found.startswith("… ") and found.endswith(" …")
