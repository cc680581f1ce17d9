"""The picture that social media show of a page without one."""

from io import BytesIO

import pytest
from PIL import Image

from cms import social_images
from tests.cms.test_seo import meta
from tests.factories import NewsPageFactory, ThemeFactory

LONG = "Deskundigheidsbevorderingsbijeenkomstenorganisatiecommissievergadering"


def opened(jpeg):
    with Image.open(BytesIO(jpeg)) as picture:
        return picture.convert("RGB")


def test_page_without_a_picture_shows_its_title_in_the_colour_of_its_theme(site, client):
    page = NewsPageFactory(slug="kijk", title="Kijk & leer")
    page.themes.set([ThemeFactory(colour="ochre")])
    page.save()
    text = client.get("/nieuws/kijk/").content.decode()
    (url,) = meta(text, "og:image")

    answer = client.get(url.removeprefix("http://127.0.0.1:8000"))

    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    picture = opened(answer.content)
    assert picture.size == (1200, 630)
    assert max(abs(a - b) for a, b in zip(picture.getpixel((5, 5)), (0xFD, 0xF1, 0xD8), strict=True)) < 4
    assert meta(text, "og:image:alt") == ["Kijk &amp; leer"]


def test_words_of_a_visitor_are_never_drawn(site, client):
    text = client.get("/zoeken/", {"q": "Koop nu"}).content.decode()

    assert "Koop nu" in text
    assert meta(text, "og:image") == []


def test_address_is_the_same_at_every_visit(db):
    assert social_images.address("Kijk") == social_images.address("Kijk")


@pytest.mark.parametrize("place", [0, 8, -1])
def test_picture_with_other_words_is_not_drawn(client, db, place):
    words = social_images.address("Kijk").removeprefix("/deelplaatje/").removesuffix(".jpg")
    other = list(words)
    other[place] = "A" if words[place] != "A" else "B"

    assert client.get(f"/deelplaatje/{words}.jpg").status_code == 200
    assert client.get(f"/deelplaatje/{''.join(other)}.jpg").status_code == 404


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Kijk eens", ["Kijk eens"]),
        ("Praktijkonderwijsbijeenkomst organiseren", ["Praktijkonderwijsbijeenkomst", "organiseren"]),
        ("", []),
    ],
)
def test_title_is_broken_at_spaces(title, lines):
    assert social_images.fit(title)[1] == lines


@pytest.mark.parametrize("title", [LONG, "W" * 200, f"{LONG} " * 6, "heel veel kleine woorden " * 30])
def test_title_never_leaves_its_place(title):
    size, lines = social_images.fit(title)

    face = social_images._font("bricolage-grotesque", size)
    assert lines
    assert (
        max(face.getlength(line) for line in lines) <= social_images.TITLE_WIDTH * social_images.SCALE * 1.03
    )
    assert len(lines) * size * 1.06 <= social_images.TITLE_HEIGHT


def test_short_title_is_drawn_larger_than_a_long_one():
    assert social_images.fit("Kijk")[0] > social_images.fit("Kijk eens goed naar elkaar " * 3)[0]
