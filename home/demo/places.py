"""Loads what stands on the map: regions with their ground, and venues."""

from __future__ import annotations

import json
from decimal import Decimal

from home.demo.source import content, open_file
from network.models import Region, Venue


def load_region(row: dict) -> Region:
    """The region with the ground of its map; a region that has none yet gets it."""
    ground = json.loads(open_file(row["map"]).read())
    region, _new = Region.objects.get_or_create(
        slug=row["slug"], defaults={"name": row["name"], "map_ground": ground}
    )
    if not region.map_ground:
        region.map_ground = ground
        region.save()
    return region


def coordinates(row: dict) -> dict:
    return {name: Decimal(str(row[name])) for name in ("latitude", "longitude")}


def load_venues() -> dict[str, Venue]:
    return {
        row["slug"]: Venue.objects.get_or_create(
            name=row["name"],
            defaults={
                "street": "",
                "place": row["place"],
                **coordinates(row),
                "travel_note": f"{row['address']} {row['travel_note']}",
            },
        )[0]
        for row in content("venues")["venue"]
    }
