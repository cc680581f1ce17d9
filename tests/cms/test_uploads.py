"""An upload that lies is refused in words, on every screen that takes files, and leaves nothing behind."""

import json
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import UploadedFile

from cms.choices import Role
from cms.models import SiteDocument, SiteImage, SiteMedia
from cms.uploads import check_captions, check_document, check_image, check_media
from tests.cms import lying_files as lies
from tests.cms.editors import browser, somebody
from tests.factories import image_bytes

# Looking at an image leaves temporary files of the image library to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="application/octet-stream")


def answer(check, name: str, content: bytes) -> str | None:
    """The refusal of ``check`` in Dutch or English, None when the file is taken."""
    try:
        check(upload(name, content))
    except ValidationError as refusal:
        return refusal.messages[0]
    return None


LYING_IMAGES = {
    "svg with script": ("teken.svg", lies.SVG),
    "svg called png": ("teken.png", lies.SVG),
    "html called png": ("pagina.png", b"<!doctype html>" + lies.SCRIPT),
    "gif called png": ("plaatje.png", image_bytes(8, 8, "GIF")),
    "png with a second extension": ("plaatje.png.html", image_bytes(8, 8)),
    "cut off": ("half.jpg", image_bytes(900, 600, "JPEG")[:40]),
    "half of it": ("half.jpg", image_bytes(900, 600, "JPEG")[:3_000]),
    "127 megapixels": ("groot.png", lies.png_of(12_700, 10_000)),
    "41 megapixels": ("groot.png", lies.png_of(8_200, 5_000)),
    "empty": ("leeg.png", b""),
    "bitmap": ("plaatje.bmp", image_bytes(8, 8, "BMP")),
}
LYING_DOCUMENTS = {
    "no pdf": ("handreiking.pdf", b"geen pdf"),
    "html called pdf": ("handreiking.pdf", b"<html>" + lies.SCRIPT),
    "pdf in name and first bytes only": ("handreiking.pdf", b"%PDF-1.7\n" + lies.SCRIPT),
    "html": ("pagina.html", lies.SCRIPT),
    "svg": ("teken.svg", lies.SVG),
    "xml": ("data.xml", b"<?xml version='1.0'?><a/>"),
    "zip called docx": ("brief.docx", lies.office(types=b"iets anders")),
    "sheet called docx": ("brief.docx", lies.office(types=b"spreadsheetml")),
    "no zip": ("brief.docx", b"PK\x03\x04 en dan niets"),
    "macros": ("brief.docx", lies.office({"word/vbaProject.bin": b"macro"})),
    "entities": ("brief.docx", lies.office(types=b"<!DOCTYPE x [<!ENTITY a 'b'>]>wordprocessingml")),
    "thousands of members": ("brief.docx", lies.office({f"{n}.xml": b"" for n in range(2_001)})),
    "no odt": ("brief.odt", lies.office()),
    "text with nul": ("tekst.txt", b"een\x00twee"),
    "text in another encoding": ("tekst.txt", "café".encode("latin-1")),
}
LYING_MEDIA = {
    "html called mp4": ("film.mp4", b"<html>" + lies.SCRIPT),
    "webm called mp4": ("film.mp4", lies.WEBM),
    "mp4 called webm": ("film.webm", lies.MP4),
    "text called mp3": ("geluid.mp3", b"la la la"),
    "another kind": ("film.avi", lies.MP4),
}
LYING_CAPTIONS = {
    "no captions": ("film.vtt", b"WEBVTT\n\n"),
    "text": ("film.vtt", b"Welkom bij de buren"),
    "srt": ("film.srt", lies.CAPTIONS),
    "html": ("film.vtt", b"<html>" + lies.SCRIPT),
    "no utf-8": ("film.vtt", b"WEBVTT\n\n00:00.000 --> 00:02.000\ncaf\xe9\n"),
    "too big": ("film.vtt", lies.CAPTIONS + bytes(1024 * 1024)),
}


def test_half_an_image_is_refused_after_a_library_allowed_it(monkeypatch):
    monkeypatch.setattr("PIL.ImageFile.LOAD_TRUNCATED_IMAGES", True)

    assert answer(check_image, *LYING_IMAGES["half of it"]) is not None


@pytest.mark.parametrize("lie", LYING_IMAGES)
def test_lying_image_is_refused(lie):
    assert answer(check_image, *LYING_IMAGES[lie])


@pytest.mark.parametrize("lie", LYING_DOCUMENTS)
def test_lying_document_is_refused(lie):
    assert answer(check_document, *LYING_DOCUMENTS[lie])


def test_document_that_unpacks_to_something_huge_is_refused():
    assert answer(check_document, "brief.docx", lies.bomb())


@pytest.mark.parametrize("lie", LYING_MEDIA)
def test_lying_film_is_refused(lie):
    assert answer(check_media, *LYING_MEDIA[lie])


@pytest.mark.parametrize("lie", LYING_CAPTIONS)
def test_lying_captions_are_refused(lie):
    assert answer(check_captions, *LYING_CAPTIONS[lie])


@pytest.mark.parametrize(
    ("check", "name", "content"),
    [
        *[
            (check_image, f"deur.{form.lower()}", image_bytes(80, 60, form))
            for form in ("PNG", "GIF", "WEBP")
        ],
        (check_image, "deur.jpg", image_bytes(80, 60, "JPEG")),
        (check_image, "DEUR.JPEG", image_bytes(80, 60, "JPEG")),
        (check_image, "deur.avif", image_bytes(80, 60, "AVIF")),
        (check_document, "handreiking.pdf", lies.pdf()),
        (check_document, "brief.docx", lies.word()),
        (check_document, "tekst.txt", "Eén zin.".encode()),
        (check_media, "film.mp4", lies.MP4),
        (check_media, "film.webm", lies.WEBM),
        (check_media, "geluid.mp3", lies.MP3),
        (check_captions, "film.vtt", lies.CAPTIONS),
        (check_captions, "film.vtt", b"\xef\xbb\xbf" + lies.CAPTIONS),
    ],
)
def test_honest_file_is_taken_and_left_at_its_beginning(check, name, content):
    file = upload(name, content)

    check(file)

    assert file.read() == content


# --- On the screens -----------------------------------------------------------------------------------------
@pytest.fixture
def moderator(site):
    return browser(somebody(Role.MODERATOR))


def stored_files(settings) -> list[str]:
    return sorted(path.name for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file())


@pytest.mark.django_db
@pytest.mark.parametrize("lie", ["svg with script", "html called png", "127 megapixels", "svg called png"])
@pytest.mark.parametrize("name", ["wagtailimages:add", "wagtailimages_chooser:create"])
def test_image_screen_refuses_and_stores_nothing(moderator, settings, name, lie):
    file = upload(*LYING_IMAGES[lie])
    prefix = "image-chooser-upload-" if "chooser" in name else ""

    response = moderator.post(
        reverse(name),
        {f"{prefix}title": "Beeld", f"{prefix}description": "Een deur", f"{prefix}file": file},
    )

    assert response.status_code == 200
    assert (SiteImage.objects.count(), stored_files(settings)) == (0, [])


@pytest.mark.django_db
def test_image_screen_says_in_dutch_what_is_wrong(moderator):
    data = {"title": "Beeld", "description": "Een deur", "file": upload(*LYING_IMAGES["127 megapixels"])}

    page = moderator.post(reverse("wagtailimages:add"), data).content.decode()

    assert "Dit beeld heeft te veel beeldpunten (hoogstens 40 miljoen)." in page


@pytest.mark.django_db
@pytest.mark.parametrize("lie", ["svg with script", "html called png", "127 megapixels"])
def test_uploading_several_images_refuses_the_lying_one(moderator, settings, lie):
    response = moderator.post(reverse("wagtailimages:add_multiple"), {"files[]": upload(*LYING_IMAGES[lie])})

    assert json.loads(response.content)["success"] is False
    assert (SiteImage.objects.count(), UploadedFile.objects.count(), stored_files(settings)) == (0, 0, [])


@pytest.mark.django_db
def test_uploading_several_images_asks_for_the_alternative_text(moderator):
    response = moderator.post(
        reverse("wagtailimages:add_multiple"), {"files[]": upload("deur.png", image_bytes())}
    )
    waiting = UploadedFile.objects.get()
    address = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting.pk])
    prefix = f"uploaded-image-{waiting.pk}-"

    without = moderator.post(address, {f"{prefix}title": "Deur"})
    with_text = moderator.post(address, {f"{prefix}title": "Deur", f"{prefix}description": "Een open deur"})

    assert json.loads(response.content)["success"] is True
    assert [json.loads(one.content)["success"] for one in (without, with_text)] == [False, True]
    assert SiteImage.objects.get().description == "Een open deur"


@pytest.mark.django_db
def test_decorative_image_needs_no_text(moderator):
    data = {"title": "Rand", "is_decorative": "on", "file": upload("rand.png", image_bytes())}

    moderator.post(reverse("wagtailimages:add"), data)

    assert SiteImage.objects.get().is_decorative is True


@pytest.mark.django_db
@pytest.mark.parametrize("lie", ["no pdf", "html", "svg", "macros", "text with nul"])
def test_document_screens_refuse_and_store_nothing(moderator, settings, lie):
    name, content = LYING_DOCUMENTS[lie]

    one = moderator.post(reverse("wagtaildocs:add"), {"title": "Brief", "file": upload(name, content)})
    several = moderator.post(reverse("wagtaildocs:add_multiple"), {"files[]": upload(name, content)})
    chosen = moderator.post(
        reverse("wagtaildocs_chooser:create"),
        {"document-chooser-upload-title": "Brief", "document-chooser-upload-file": upload(name, content)},
    )

    assert (one.status_code, json.loads(several.content)["success"], chosen.status_code) == (200, False, 200)
    assert (SiteDocument.objects.count(), UploadedFile.objects.count(), stored_files(settings)) == (0, 0, [])


FILM = {"title": "Film", "duration": "24", "width": "640", "height": "360"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "files",
    [
        {"file": LYING_MEDIA["html called mp4"]},
        {"file": ("film.mp4", lies.MP4), "captions": LYING_CAPTIONS["no captions"]},
        {"file": ("film.mp4", lies.MP4), "thumbnail": LYING_IMAGES["svg with script"]},
        {"file": ("film.mp4", lies.MP4), "file_webm": LYING_MEDIA["mp4 called webm"]},
        {"file": ("geluid.mp3", lies.MP3)},
    ],
)
def test_film_screen_refuses_and_stores_nothing(moderator, settings, files):
    data = {**FILM, **{name: upload(*file) for name, file in files.items()}}

    moderator.post(reverse("wagtailmedia:add", args=["video"]), data)

    assert (SiteMedia.objects.count(), stored_files(settings)) == (0, [])


@pytest.mark.django_db
def test_film_with_captions_and_poster_is_stored(moderator, settings):
    data = {
        **FILM,
        "file": upload("film.mp4", lies.MP4),
        "captions": upload("film.vtt", lies.CAPTIONS),
        "thumbnail": upload("film.png", image_bytes()),
    }

    moderator.post(reverse("wagtailmedia:add", args=["video"]), data)

    assert SiteMedia.objects.get().title == "Film"
    assert stored_files(settings) == ["film.mp4", "film.png", "film.vtt"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content", "disposition"),
    [
        ("handreiking.pdf", lies.pdf(), "inline"),
        ("tekst.txt", b"Tekst", "inline"),
        ("brief.docx", lies.word(), "attachment"),
    ],
)
def test_served_document_cannot_run_in_our_origin(moderator, client, name, content, disposition):
    moderator.post(
        reverse("wagtaildocs:add"), {"title": "Brief", "file": upload(name, content), "language": "nl"}
    )

    response = client.get(SiteDocument.objects.get().url)
    response.close()

    assert response.headers["Content-Disposition"].split(";")[0] == disposition
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
