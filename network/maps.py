"""The maps of the site: which points and which ground they show. It comes with what a page fetches anyway."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.cards import Card
from network.choices import OrganisationKind, TrainingForm
from network.ground import Ground, GroundError, read_ground
from network.models import Organisation, Region, TrainingEvent
from network.region_map import MapPoint, draw_map

COLOURS = {OrganisationKind.CARE: "coral", OrganisationKind.SCHOOL: "teal"}
SMALL = {"width": 300, "height": 180}  # a map of one point


def ask_for_grounds(references) -> list[Ground]:
    """The ground of every region that has an organisation; a lazy list with the references of the visit."""
    return references.want_rows("map-grounds", _grounds, _build_ground, at=references.visit.at)


def _grounds(at: datetime) -> tuple[QuerySet, dict]:
    used = Organisation.objects.visible(at).order_by().values("region")
    return Region.objects.filter(pk__in=used), {"ground": F("map_ground")}


def _build_ground(pk: int, data: dict) -> Ground:
    ground = data["ground"]  # SQLite hands JSON inside JSON over as text
    return ground_of(json.loads(ground) if isinstance(ground, str) else ground)


def ground_of(value) -> Ground:
    """The ground of a stored value; what is no ground draws nothing, so that a page never fails for it."""
    try:
        return read_ground(value)
    except GroundError:
        return Ground([], [])


def map_of_organisations(cards: Iterable[Card], grounds: Iterable[Ground]) -> dict | None:
    """The map of all organisations with a place on it, numbered in the order of ``cards``, and their list."""
    points = [
        MapPoint(
            name=card.title,
            position=(card.meta["latitude"], card.meta["longitude"]),
            place=card.meta["place"],
            url=card.url,
            note=card.meta["kind_label"],
            colour=COLOURS[card.meta["kind"]],
        )
        for card in cards
        if card.meta["latitude"] is not None and card.meta["longitude"] is not None
    ]
    together = Ground(
        [place for ground in grounds for place in ground.places],
        [outline for ground in grounds for outline in ground.outlines],
    )
    drawn = draw_map(points, together)
    words = ngettext(
        "Map with %(total)s organisation. It is named in the list beside the map.",
        "Map with %(total)s organisations. The numbers are those of the list beside the map.",
        len(points),
    )
    return {"drawn": drawn, "label": words % {"total": len(points)}, "is_list": True} if drawn else None


def map_of_organisation(organisation: Organisation) -> dict | None:
    """A small map of where one organisation is; needs its region."""
    if organisation.position is None:
        return None
    point = MapPoint(
        organisation.name,
        organisation.position,
        organisation.place,
        colour=COLOURS[OrganisationKind(organisation.kind)],
    )
    return _small(point, organisation.region)


def map_of_training(event: TrainingEvent) -> dict | None:
    """A small map of where one meets; None for a training online. Needs region and venue."""
    venue = event.venue
    if venue is None or event.form == TrainingForm.ONLINE or venue.position is None:
        return None
    return _small(MapPoint(venue.name, venue.position, venue.place), event.region)


def _small(point: MapPoint, region: Region) -> dict:
    drawn = draw_map([point], ground_of(region.map_ground), **SMALL)
    near = [label.name for label in drawn.labels if label.name != point.name][:3]
    if near:
        label = _("Map: %(name)s, near %(places)s") % {"name": point.name, "places": ", ".join(near)}
    else:
        label = _("Map: %(name)s") % {"name": point.name}
    return {"drawn": drawn, "label": label, "is_list": False}
