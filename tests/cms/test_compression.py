import gzip

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from cms.compression import CompressText

LONG = "Kijken bij de buren. " * 50


@pytest.fixture
def answer():
    """What a browser that takes gzip gets for a body."""

    def ask(**options):
        request = RequestFactory().get("/", headers={"accept-encoding": "gzip, br"})
        return CompressText(lambda _request: HttpResponse(LONG, **options))(request)

    return ask


def test_page_goes_out_compressed(client, site):
    plain = client.get("/privacy/")
    packed = client.get("/privacy/", headers={"accept-encoding": "gzip"})

    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert len(packed.content) < len(plain.content) / 2
    assert gzip.decompress(packed.content).startswith(b"<!doctype html>")


@pytest.mark.parametrize(
    "kind", ["text/html; charset=utf-8", "text/calendar", "application/json", "image/svg+xml"]
)
def test_text_is_compressed(answer, kind):
    assert gzip.decompress(answer(content_type=kind).content) == LONG.encode()


@pytest.mark.parametrize("kind", ["image/webp", "font/woff2", "video/mp4", "application/pdf"])
def test_what_is_compressed_already_is_left_alone(answer, kind):
    assert answer(content_type=kind).content == LONG.encode()


def test_part_of_a_file_is_left_alone(answer):
    assert answer(content_type="text/vtt", status=206).content == LONG.encode()
