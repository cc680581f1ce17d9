import os
from pathlib import Path

import pytest

pytestmark = pytest.mark.django_db

FILM = bytes(range(256)) * 40  # 10,240 bytes


@pytest.fixture
def media(settings, tmp_path):
    """Files in every folder of the media root; returns the root."""
    root = Path(settings.MEDIA_ROOT)
    for name in ("media/film.mp4", "images/deur.webp", "original_images/deur.png", "media_captions/film.vtt"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(FILM)
    (root / "documents").mkdir()
    (root / "documents/geheim.pdf").write_bytes(b"geheim")
    (root / "media/boos.html").write_bytes(b"<script>alert(1)</script>")
    (root / "media/boos.svg").write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    (root / "media/.verborgen").write_bytes(b"x")
    return root


def body(response):
    content = b"".join(response.streaming_content) if response.streaming else response.content
    response.close()
    return content


def test_film_is_sent_whole_with_headers_that_keep_it_a_film(client, media):
    response = client.get("/media/media/film.mp4")

    assert response.status_code == 200
    assert body(response) == FILM
    assert response.headers["Content-Type"] == "video/mp4"
    assert response.headers["Content-Length"] == "10240"
    assert response.headers["Accept-Ranges"] == "bytes"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert response.headers["Cache-Control"] == "public, max-age=604800"


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-99", 0, 99),
        ("bytes=100-", 100, 10239),
        ("bytes=-40", 10200, 10239),
        ("bytes=-99999", 0, 10239),
        ("bytes=10000-99999", 10000, 10239),
        ("bytes=0-0", 0, 0),
    ],
)
def test_one_range_is_answered_with_that_part(client, media, asked, first, last):
    response = client.get("/media/media/film.mp4", HTTP_RANGE=asked)

    assert response.status_code == 206
    assert response.headers["Content-Range"] == f"bytes {first}-{last}/10240"
    assert response.headers["Content-Length"] == str(last - first + 1)
    assert body(response) == FILM[first : last + 1]


@pytest.mark.parametrize("asked", ["bytes=10240-", "bytes=99999-100000", "bytes=-0"])
def test_range_outside_the_file_cannot_be_answered(client, media, asked):
    response = client.get("/media/media/film.mp4", HTTP_RANGE=asked)

    assert response.status_code == 416
    assert response.headers["Content-Range"] == "bytes */10240"


@pytest.mark.parametrize(
    "asked", ["bytes=0-1,5-9", "bytes=9-1", "items=0-1", "bytes=-", "bytes=a-b", "x" * 5000]
)
def test_range_that_is_none_gets_the_whole_file(client, media, asked):
    response = client.get("/media/media/film.mp4", HTTP_RANGE=asked)

    assert (response.status_code, len(body(response))) == (200, 10240)


def test_range_of_a_file_that_changed_gets_the_whole_new_file(client, media):
    response = client.get(
        "/media/media/film.mp4", HTTP_RANGE="bytes=0-9", HTTP_IF_RANGE="Mon, 01 Jan 2024 00:00:00 GMT"
    )

    assert (response.status_code, len(body(response))) == (200, 10240)


def test_unchanged_file_is_not_sent_again(client, media):
    modified = client.head("/media/images/deur.webp").headers["Last-Modified"]

    assert client.get("/media/images/deur.webp", HTTP_IF_MODIFIED_SINCE=modified).status_code == 304


def test_head_tells_the_size_and_sends_nothing(client, media):
    response = client.head("/media/media/film.mp4", HTTP_RANGE="bytes=0-9")

    assert (response.status_code, response.headers["Content-Length"]) == (200, "10240")


@pytest.mark.parametrize(
    ("name", "kind"),
    [("boos.html", "text/html"), ("boos.svg", "image/svg+xml")],
)
def test_file_that_could_carry_a_script_is_only_a_download(client, media, name, kind):
    response = client.head(f"/media/media/{name}")

    assert response.headers["Content-Type"] == kind
    assert response.headers["Content-Disposition"] == "attachment"


def test_captions_have_their_own_type(client, media):
    response = client.head("/media/media_captions/film.vtt")

    assert response.headers["Content-Type"] == "text/vtt; charset=utf-8"


@pytest.mark.parametrize(
    "path",
    [
        "documents/geheim.pdf",
        "media/../documents/geheim.pdf",
        "media/%2e%2e/documents/geheim.pdf",
        "../site.sqlite3",
        "media//film.mp4",
        "media/.verborgen",
        "media/",
        "media",
        "images/bestaat-niet.webp",
        "images/" + "x" * 5000,
        "original_images",
        "/etc/passwd",
    ],
)
def test_everything_else_below_or_above_the_media_root_is_not_found(site, client, media, path):
    assert client.get(f"/media/{path}").status_code == 404


def test_link_out_of_the_folder_is_not_followed(site, client, media):
    os.symlink(media / "documents/geheim.pdf", media / "images/link.webp")

    assert client.get("/media/images/link.webp").status_code == 404


def test_files_cannot_be_sent_to(client, media):
    assert client.post("/media/media/film.mp4").status_code == 405
