"""How people, organisations and figures look when a page points at them: plain values for templates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date

from cms.models import Theme
from cms.page_context import THEME_DATA, build_theme
from cms.pictures import Picture, build_picture, picture_json
from cms.references import register_referencable
from network.marks import Mark, mark_of
from network.models import Organisation, Person, ResultFigure


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


FIGURE_DATA = {
    "number": F("number"),
    "qualifier": F("qualifier"),
    "unit": F("unit"),
    "label": F("label"),
    "as_of": F("as_of"),
    "source": F("source"),
    "colour": F("theme__colour"),
    "position": F("position"),
}


def build_figure(pk: int, data: dict) -> FigureShown:
    values = {**data, "as_of": parse_date(data["as_of"]), "colour": data["colour"] or "plum"}
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
        data=lambda at: FIGURE_DATA,
        build=build_figure,
    )
    register_referencable(
        Theme, rows=lambda at: Theme.objects.all(), data=lambda at: THEME_DATA, build=build_theme
    )
