"""Pictures as templates show them, and the sizes the worker prepares for them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from django.core.files.storage import default_storage
from django.db.models import Case, F, JSONField, Q, Value, When
from django.db.models.functions import JSONObject
from django.utils import timezone

WIDTHS = (200, 400, 800, 1200)  # pixels; a row, a card, a column, the full measure on a dense screen
SHOWN_WIDTH = 800  # pixels; for a browser that takes no choice
FORMATS = ("avif", "webp")
SOCIAL_SPEC = "fill-1200x630|format-jpeg"


@dataclass(frozen=True, slots=True)
class Picture:
    """One image ready for `components/picture.html`: addresses, size and alternative text."""

    pk: int | None
    alt: str
    src: str
    width: int
    height: int
    avif: str = ""
    webp: str = ""
    credit: str = ""
    social: str = ""

    @property
    def picture(self) -> Picture:
        """Itself, so that a template can take an image of the database or a prepared one alike."""
        return self

    @classmethod
    def from_values(cls, *, pk, alt, file, width, height, credit, sources) -> Picture:
        """Build a picture from the columns of an image; without prepared sizes the original is shown."""
        if isinstance(sources, str):  # SQLite hands JSON inside JSON over as text
            sources = json.loads(sources)
        sources = sources or {}
        webp = sources.get("webp", [])
        shown = next((one for one in webp if one["width"] >= SHOWN_WIDTH), webp[-1]) if webp else None
        return cls(
            pk=pk,
            alt=alt or "",
            src=default_storage.url(shown["file"] if shown else file),
            width=shown["width"] if shown else width,
            height=shown["height"] if shown else height,
            avif=_srcset(sources.get("avif", [])),
            webp=_srcset(webp),
            credit=credit or "",
            social=default_storage.url(sources["social"]) if sources.get("social") else "",
        )


def picture_json(image: str | None, at: datetime):
    """Expression: the picture behind the foreign key ``image`` as JSON, null without image or consent.

    ``image=None`` reads the columns of the image model itself.
    """
    prefix = f"{image}__" if image else ""
    consent = Q(**{f"{prefix}consent_until": None}) | Q(
        **{f"{prefix}consent_until__gte": timezone.localdate(at)}
    )
    return Case(
        When(
            consent & Q(**{f"{prefix}pk__isnull": False}),
            then=JSONObject(
                pk=F(f"{prefix}pk"),
                alt=Case(
                    When(**{f"{prefix}is_decorative": True}, then=Value("")),
                    default=F(f"{prefix}description"),
                ),
                file=F(f"{prefix}file"),
                width=F(f"{prefix}width"),
                height=F(f"{prefix}height"),
                credit=F(f"{prefix}credit"),
                sources=F(f"{prefix}sources"),
            ),
        ),
        default=Value(None, JSONField()),
        output_field=JSONField(),
    )


def build_picture(data: dict | str | None) -> Picture | None:
    """The picture that `picture_json` put into a row, None when there is none."""
    if isinstance(data, str):  # SQLite hands JSON inside JSON over as text
        data = json.loads(data)
    return Picture.from_values(**data) if data else None


def _srcset(renditions: list[dict]) -> str:
    return ", ".join(f"{default_storage.url(one['file'])} {one['width']}w" for one in renditions)


def prepare(image) -> None:
    """Make the sizes of ``image`` and store their addresses in its ``sources``. Safe to run again.

    Never enlarges: an image of 900 pixels gets 200, 400, 800 and its own width. Runs in the worker, since one
    AVIF takes up to a second.
    """
    widths = sorted({min(width, image.width) for width in WIDTHS})
    specs = {form: [f"width-{width}|format-{form}" for width in widths] for form in FORMATS}
    made = image.get_renditions(*[spec for group in specs.values() for spec in group], SOCIAL_SPEC)
    sources: dict = {
        form: [
            {"file": made[spec].file.name, "width": made[spec].width, "height": made[spec].height}
            for spec in group
        ]
        for form, group in specs.items()
    }
    sources["social"] = made[SOCIAL_SPEC].file.name
    type(image).objects.filter(pk=image.pk).update(sources=sources)
    image.sources = sources
