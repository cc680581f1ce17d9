"""How the foundation's own objects look when a page points at them: plain values for templates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from django.core.files.storage import default_storage
from django.db.models import F, Q
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail.models.media import CollectionViewRestriction

from cms.durations import minutes_and_seconds
from cms.models import Audience, SiteDocument, SiteImage, SiteMedia
from cms.pictures import build_picture, picture_json
from cms.references import register_referencable
from cms.restrictions import unrestricted
from cms.transcripts import TranscriptPart, transcript_parts
from cms.visit import page_path


@dataclass(frozen=True, slots=True)
class PageLink:
    pk: int
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Download:
    """A document as `components/file_download.html` shows it. ``size_label`` is readable ("240 kB")."""

    pk: int
    title: str
    url: str
    kind: str
    size_label: str
    pages: int | None
    language: str


class FilmFile(NamedTuple):
    """One format of a film, to download; ``size_label`` is empty when the storage cannot tell."""

    url: str
    kind: str
    size_label: str


@dataclass(frozen=True, slots=True)
class Film:
    """A film as `components/video.html` shows it; ``duration`` is in seconds, ``names`` are its files."""

    pk: int
    title: str
    url: str
    webm_url: str
    poster_url: str
    captions_url: str
    transcript: str
    width: int
    height: int
    duration: float
    names: tuple[str, ...] = ()

    @property
    def files(self) -> list[FilmFile]:
        """The formats to download. Asks the storage for their sizes, so only when a page shows them."""
        return [_film_file(name) for name in self.names]

    @property
    def transcript_parts(self) -> list[TranscriptPart]:
        return transcript_parts(self.transcript)

    @property
    def length(self) -> str:
        """Minutes and seconds as ``1:24``."""
        return minutes_and_seconds(self.duration)


def _film_file(name: str) -> FilmFile:
    try:
        size = filesizeformat(default_storage.size(name))
    except OSError:
        size = ""
    ending = name.rsplit(".", 1)[-1]
    return FilmFile(default_storage.url(name), {"webm": "WebM"}.get(ending, ending.upper()), size)


def build_page(pk: int, data: dict) -> PageLink:
    return PageLink(pk, data["title"], page_path(data["url_path"]))


def build_document(pk: int, data: dict) -> Download:
    name = data["file"].rsplit("/", 1)[-1]
    return Download(
        pk=pk,
        title=data["title"],
        url=reverse("wagtaildocs_serve", args=[pk, name]),
        kind=name.rsplit(".", 1)[-1].upper(),
        size_label=filesizeformat(data["size"] or 0),
        pages=data["pages"],
        language=data["language"],
    )


def build_film(pk: int, data: dict) -> Film:
    def url(key):
        return default_storage.url(data[key]) if data[key] else ""

    return Film(
        pk=pk,
        title=data["title"],
        url=url("file"),
        webm_url=url("webm"),
        poster_url=url("poster"),
        captions_url=url("captions"),
        transcript=data["transcript"],
        width=data["width"] or 1280,
        height=data["height"] or 720,
        duration=data["duration"] or 0,
        names=tuple(name for name in (data["file"], data["webm"]) if name),
    )


def public_collection():
    """Expression: the object's collection, and none above it, is private."""
    return unrestricted(CollectionViewRestriction, "collection", path="collection__path")


def visible_pages(at):
    """Pages of any type that everybody may see at the aware datetime ``at``."""
    return Page.objects.filter(
        Q(expire_at=None) | Q(expire_at__gt=at), unrestricted(PageViewRestriction, "page"), live=True
    )


DOCUMENT_DATA = {
    "title": F("title"),
    "file": F("file"),
    "size": F("file_size"),
    "pages": F("page_count"),
    "language": F("language"),
}
FILM_DATA = {
    "title": F("title"),
    "file": F("file"),
    "webm": F("file_webm"),
    "poster": F("thumbnail"),
    "captions": F("captions"),
    "transcript": F("transcript"),
    "width": F("width"),
    "height": F("height"),
    "duration": F("duration"),
}


def register() -> None:
    """Called when the app is ready."""
    register_referencable(
        Audience,
        rows=lambda at: Audience.objects.all(),
        data=lambda at: {"title": F("title"), "position": F("position")},
        build=lambda pk, data: (data["position"], data["title"]),
    )
    register_referencable(
        Page,
        rows=visible_pages,
        data=lambda at: {"title": F("title"), "url_path": F("url_path")},
        build=build_page,
    )
    register_referencable(
        SiteImage,
        rows=lambda at: SiteImage.objects.with_consent(timezone.localdate(at)),
        data=lambda at: {"picture": picture_json(None, at)},
        build=lambda pk, data: build_picture(data["picture"]),
    )
    register_referencable(
        SiteDocument,
        rows=lambda at: SiteDocument.objects.filter(public_collection()),
        data=lambda at: DOCUMENT_DATA,
        build=build_document,
    )
    register_referencable(
        SiteMedia,
        rows=lambda at: SiteMedia.objects.filter(public_collection()),
        data=lambda at: FILM_DATA,
        build=build_film,
    )
