"""How people, organisations and figures look when a page points at them: plain values for templates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Case, DateField, F, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date

from cms.models import Theme
from cms.page_context import THEME_DATA, build_theme
from cms.pictures import Picture, build_picture, picture_json
from cms.references import register_referencable
from network.marks import Mark, mark_of
from network.models import Organisation, Person, ResultFigure
from network.participation import live_number


@dataclass(frozen=True, slots=True)
class PersonShown:
    pk: int
    name: str
    role: str
    organisation_name: str
    email: str
    phone: str
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class OrganisationShown:
    pk: int
    name: str
    url: str
    place: str
    kind: str
    picture: Picture | None
    mark: Mark


@dataclass(frozen=True, slots=True)
class FigureShown:
    pk: int
    number_text: str
    qualifier: str
    unit: str
    label: str
    as_of: date
    source: str
    colour: str
    position: int
    is_live: bool = False  # counted by the site, on the day ``as_of``


def person_data(at: datetime, prefix: str = "") -> dict:
    """The values of a person at a moment, also through a foreign key (``prefix="contact__"``)."""
    return {
        "name": F(f"{prefix}name"),
        "role": F(f"{prefix}role"),
        "organisation_name": F(f"{prefix}organisation__name"),
        "email": F(f"{prefix}email"),
        "phone": F(f"{prefix}phone"),
        "picture": picture_json(f"{prefix}photo", at),
    }


def build_person(pk: int, data: dict) -> PersonShown:
    values = {
        **data,
        "organisation_name": data["organisation_name"] or "",
        "picture": build_picture(data["picture"]),
    }
    return PersonShown(pk, **values)


def organisation_data(at: datetime) -> dict:
    return {
        "name": F("name"),
        "slug": F("slug"),
        "place": F("place"),
        "kind": F("kind"),
        "picture": picture_json("logo", at),
    }


def build_organisation(pk: int, data: dict) -> OrganisationShown:
    return OrganisationShown(
        pk=pk,
        name=data["name"],
        url=reverse("network:organisation", args=[data["slug"]]),
        place=data["place"],
        kind=data["kind"],
        picture=build_picture(data["picture"]),
        mark=mark_of(data["name"], data["kind"]),
    )


def figure_data(at: datetime) -> dict:
    """The values of a result figure at a moment; the site counts a live one then, and adds its own number."""
    today = Value(timezone.localdate(at), DateField())
    return {
        "number": F("number") + live_number(at),
        "live_count": F("live_count"),
        "qualifier": F("qualifier"),
        "unit": F("unit"),
        "label": F("label"),
        "as_of": Case(When(live_count="", then=F("as_of")), default=today, output_field=DateField()),
        "source": F("source"),
        "colour": F("theme__colour"),
        "position": F("position"),
    }


def build_figure(pk: int, data: dict) -> FigureShown:
    values = {
        **data,
        "as_of": parse_date(data["as_of"]),
        "colour": data["colour"] or "plum",
        "is_live": bool(data["live_count"]),
    }
    del values["live_count"]
    return FigureShown(pk=pk, number_text=str(values.pop("number")), **values)


def register() -> None:
    """Called when the app is ready."""
    register_referencable(
        Person,
        rows=lambda at: Person.objects.with_consent(timezone.localdate(at)),
        data=person_data,
        build=build_person,
    )
    register_referencable(
        Organisation,
        rows=lambda at: Organisation.objects.visible(at),
        data=organisation_data,
        build=build_organisation,
    )
    register_referencable(
        ResultFigure,
        rows=lambda at: ResultFigure.objects.all(),
        data=figure_data,
        build=build_figure,
    )
    register_referencable(
        Theme, rows=lambda at: Theme.objects.all(), data=lambda at: THEME_DATA, build=build_theme
    )
