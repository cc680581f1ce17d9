"""The mark of an organisation without a logo."""

import pytest

from network.choices import OrganisationKind
from network.marks import HUES, SCHOOL_SHAPE, mark_of
from tests.factories import OrganisationFactory

NAMES = ["Het Laar", "St. Franciscus", "'t Heem", "Maria-oord", "Maasduinen", "Amaliazorg"]


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Het Laar", "HL"),
        ("'t Heem", "tH"),
        ("St. Franciscus", "SF"),
        ("Maria-oord", "MO"),
        ("Maasduinen", "Ma"),
        ("ROC Tilburg", "ROC"),
        ("Zorg", "Zo"),
        ("Ö", "Ö"),
        ("ZORGGROEP", "ZO"),
        ("!?", "?"),
        ("", "?"),
    ],
)
def test_initials(name, letters):
    assert mark_of(name).initials == letters


def test_organisations_of_the_network_are_told_apart():
    marks = [mark_of(name) for name in NAMES] + [mark_of("ROC Tilburg", OrganisationKind.SCHOOL)]

    assert len({mark.shape for mark in marks}) == 7
    assert {mark.hue for mark in marks} == set(HUES)
    assert marks[-1].shape == SCHOOL_SHAPE


def test_mark_never_changes():
    assert mark_of("Het Laar") == mark_of("Het Laar")


def test_organisation_without_a_logo_shows_its_mark(site, client):
    OrganisationFactory(name="Zorghuis De Linde", slug="de-linde")

    listing = client.get("/organisaties/").content.decode()
    own = client.get("/organisaties/de-linde/").content.decode()

    for text in (listing, own):
        assert text.count('class="organisation-mark ') == 1
        assert ">ZD</text>" in text
