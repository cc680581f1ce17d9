"""Numbers to look at, and maps. The shapes are plain ones: the site works them out from its numbers."""

from __future__ import annotations

from datetime import date

from cms.style_guide.model import Example, Group
from cms.style_guide.values import COMPOUND, HERE, LONG_TEXT, LONG_TITLE

AROUND = [
    ("heath", "M-10 190Q40 150 90 176Q124 214 80 262Q20 300 -10 262z"),
    ("wood", "M250 -10Q320 -4 372 34Q396 92 330 112Q262 96 236 44z"),
    ("built", "M150 120Q190 96 236 116Q262 150 230 186Q176 204 148 168z"),
    ("water", "M300 196Q340 184 360 214Q348 246 312 236z"),
    ("stream", "M-10 60Q70 84 130 70Q210 40 270 150Q300 230 410 270"),
]
TOWNS = [
    {"name": "Tilburg", "size": 3, "x": 190, "y": 150, "text_x": 190, "text_y": 167},
    {"name": "Goirle", "size": 2, "x": 150, "y": 250, "text_x": 150, "text_y": 267},
    {"name": "Oisterwijk", "size": 1, "x": 300, "y": 140, "text_x": 300, "text_y": 157},
]
HUES = ("coral", "teal", "ochre", "plum")

# --- Charts -----------------------------------------------------------------------------------------------


def door(height: int) -> dict:
    """A door 88 wide; zero is a threshold."""
    arch = min(44, height)
    path = f"M0 {height}v-{height - arch}a44 {arch} 0 0 1 88 0v{height - arch}z" if height else ""
    return {"path": path, "width": 88, "height": height or 1}


def arches(number: int, columns: int = 14) -> dict:
    """So many small doors in lines."""
    places = [(16 * (at % columns), 17 + 21 * (at // columns)) for at in range(number)]
    path = "".join(f"M{x} {y}v-11a6 6 0 0 1 12 0v11z" for x, y in places)
    return {"path": path, "width": 16 * columns - 4, "height": places[-1][1] if places else 1}


def row(label: str, number: str, *, shape: dict | None = None, share: float = 0, about: bool = False) -> dict:
    return {"label": label, "number_text": number, "is_about": about, "shape": shape, "share": share}


def chart(form: str, *rows: dict, **changed) -> dict:
    plain = {
        "title": "Wie deden er mee?",
        "summary": "Elk jaar deden er meer studenten mee.",
        "form": form,
        "unit": "studenten",
        "source": "resultaten van het netwerk",
        "as_of": date(2021, 7, 1),
        "is_live": False,
        "colour": "teal",
        "each": 0,
        "rows": list(rows),
    }
    return plain | changed


def doors() -> dict:
    return chart(
        "doors",
        row("schooljaar 2018-2019", "18", shape=door(120)),
        row("schooljaar 2019-2020", "21", shape=door(140)),
        row("schooljaar 2020-2021", "27", shape=door(176), about=True),
    )


def bars(number: int = 6) -> dict:
    shares = [100, 72.5, 60, 31.3, 8, 0]
    rows = [
        row(f"organisatie {at + 1}", str(round(shares[at % 6] / 2)), share=shares[at % 6])
        for at in range(number)
    ]
    return chart("bars", *rows, colour="coral")


def chart_states() -> dict[str, dict]:
    each = {"each": 50, "colour": "plum", "unit": "bezoekers"}
    events = [
        row("Zes organisaties en een school spreken af om samen op te leiden.", "2017"),
        row("De eerste uitwisseling", "2018 – 2019", about=True),
        row(LONG_TITLE, "2021"),
    ]
    states = {
        "Deuren": doors(),
        "Een deur": chart("doors", row("deelnemers", "60", shape=door(176))),
        "Deuren met nul en lange woorden": chart(
            "doors",
            row(COMPOUND, "1.234.567", shape=door(176), about=True),
            row(LONG_TITLE, "12.000", shape=door(12)),
            row("online", "0", shape=door(0)),
            row("hybride", "0", shape=door(0)),
            title=LONG_TITLE,
            summary=LONG_TEXT,
        ),
        "Balken": bars(),
        "Een balk": bars(1),
        "Twaalf balken": bars(12),
        "Balken met lange woorden": chart(
            "bars",
            row(LONG_TITLE, "1.234.567", share=100, about=True),
            row(COMPOUND, "0"),
            unit=COMPOUND.lower(),
        ),
        "Boogjes": chart(
            "pictogram",
            row("studenten", "66", shape=arches(66)),
            row("werkbegeleiders", "15", shape=arches(15), about=True),
            row("docenten", "0", shape=arches(0)),
        ),
        "Een boogje": chart("pictogram", row("school", "1", shape=arches(1)), unit="scholen"),
        "Boogjes die voor meer staan": chart(
            "pictogram",
            row("bezoekers", "6.000", shape=arches(120)),
            row(COMPOUND, "150", shape=arches(3)),
            **each,
        ),
        "Tijdlijn": chart("timeline", *events, unit="", colour="ochre", title="Hoe het begon"),
        "Een moment": chart("timeline", events[0], unit="", colour="ochre", title="Hoe het begon"),
        "Zonder bron en eenheid": chart("doors", *doors()["rows"], source="", as_of=None, unit=""),
        "Alleen een maand": chart("doors", *doors()["rows"], source=""),
    }
    return {title: {"chart": one} for title, one in states.items()}


# --- Maps -------------------------------------------------------------------------------------------------


def marker(number: int, x: int, y: int, name: str = "", real: tuple[int, int] | None = None) -> dict:
    """A marker; ``real`` is its place when it had to move for another."""
    from_x, from_y = real or (x, y)
    point = {
        "name": name or f"Organisatie {number}",
        "url": HERE,
        "place": "Tilburg",
        "note": "school" if number == 2 else "zorgorganisatie",
        "colour": HUES[(number - 1) % 2],
    }
    moved = real is not None
    return {
        "number": number,
        "x": x,
        "y": y,
        "from_x": from_x,
        "from_y": from_y,
        "has_moved": moved,
        "point": point,
    }


def region_map(
    *markers: dict, listed: bool = True, size: tuple[int, int] = (400, 300), bare: bool = False
) -> dict:
    width, height = size
    drawn = {
        "width": width,
        "height": height,
        "paths": [] if bare else AROUND,
        "labels": []
        if bare or len(markers) > 9
        else [one for one in TOWNS if one["text_x"] < width and one["text_y"] < height],
        "scale": (5, 80),
        "markers": list(markers),
    }
    return {
        "drawn": drawn,
        "label": "Kaart van Midden-Brabant, met Tilburg in het midden.",
        "is_list": listed,
    }


def one_point() -> dict:
    """A small map of one place, without a list."""
    return region_map(marker(1, 150, 100, "Huiskamer Het Laar"), listed=False, size=(300, 180))


def map_states() -> dict[str, dict]:
    apart = [(60, 80), (150, 110), (250, 90), (340, 120), (100, 200), (230, 220), (330, 280)]
    many = [(30 + 67 * (at % 6), 60 + 74 * (at // 6) + at * 37 % 22) for at in range(20)]
    same = (200, 112)
    return {
        "Zeven organisaties": {
            "map": region_map(*[marker(at, x, y) for at, (x, y) in enumerate(apart, start=1)]),
            "note": "Eén organisatie staat niet op de kaart: haar adres is nog niet bekend.",
        },
        "Een organisatie": {"map": region_map(marker(1, 230, 100, "Het Laar"))},
        "Twintig organisaties": {
            "map": region_map(*[marker(at, x, y) for at, (x, y) in enumerate(many, start=1)])
        },
        "Op dezelfde plek": {
            "map": region_map(
                marker(1, 169, 112, "Het Laar", same),
                marker(2, 200, 112, "ROC Tilburg"),
                marker(3, 231, 112, "Maria-oord", same),
            )
        },
        "Lange namen": {"map": region_map(marker(1, 120, 120, LONG_TITLE), marker(2, 280, 220, COMPOUND))},
        "Zonder ondergrond": {"map": region_map(marker(1, 120, 120), marker(2, 280, 220), bare=True)},
        "Klein, een plek": {"map": one_point()},
        "Klein, met een opmerking": {"map": one_point(), "note": "De ingang is aan de achterkant."},
    }


def group() -> Group:
    return Group(
        "Cijfers en kaarten",
        [
            Example(
                "components/chart",
                "Getallen om naar te kijken: deuren, balken, boogjes of een tijdlijn. Alles is ook tekst.",
                {**chart_states(), "Kop van een ander niveau": {"chart": doors(), "heading_level": 2}},
            ),
            Example(
                "components/region_map",
                "Een kaart die we zelf tekenen. In de lijst ernaast staan de links.",
                map_states(),
            ),
        ],
    )
