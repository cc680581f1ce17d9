"""Plain values that many examples share. People are invented, days are fixed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import make_aware

from cms.cards import Card, CardTheme
from cms.pictures import Picture
from cms.transcripts import transcript_parts

HERE = "#voorbeeld"  # where the links of examples lead
COMPOUND = "Praktijkonderwijsbijeenkomstvoorbereidingsgroep"  # 47 letters without a place to break
LONG_TITLE = f"{COMPOUND} zoekt deskundigheidsbevorderingsbijeenkomsten voor werkbegeleiders die door willen"
LONG_TEXT = (
    "Een week lang werkte je op een andere plek, met andere gewoontes en andere vragen. Wat viel op, wat nam "
    "je mee terug en wat ga je nu anders doen? Drie studenten en hun werkbegeleiders vertellen hoe ze het "
    "aanpakten, wat tegenviel en waarom ze het iedereen aanraden."
)
PLACEMENTS = CardTheme("uitwisselingsstages", "Uitwisselingsstages", "coral")
MEETINGS = CardTheme("praktijkonderwijsbijeenkomsten", "Praktijkonderwijsbijeenkomsten", "teal")
SUPERVISORS = CardTheme("deskundigheidsbevordering", "Deskundigheidsbevordering", "ochre")
WELL_BEING = CardTheme("werkplezier", "Werkplezier", "plum")


def moment(year: int, month: int, day: int, hour: int = 13, minute: int = 30) -> datetime:
    """An aware moment, in the time of the Netherlands."""
    return make_aware(datetime(year, month, day, hour, minute))  # noqa: DTZ001 - made aware here


def room(credit: str = "") -> Picture:
    """A picture wider than tall."""
    alt = "Drie doorgangen naast elkaar, in de middelste zit iemand aan tafel."
    return _picture("room", alt, 1200, 800, credit)


def portrait() -> Picture:
    """A picture of somebody, taller than wide."""
    return _picture("portrait", "Een getekend portret.", 800, 1000)


def _picture(name: str, alt: str, width: int, height: int, credit: str = "") -> Picture:
    return Picture(
        pk=None, alt=alt, src=static(f"cms/style_guide/{name}.svg"), width=width, height=height, credit=credit
    )


def logo() -> Picture:
    """A logo for an organisation: ours, for want of another."""
    return Picture(pk=None, alt="", src=static("img/mark.svg"), width=88, height=54)


def mark(initials: str = "HL", hue: str = "teal", shape: str = "gable") -> dict[str, str]:
    """What stands for an organisation without a logo."""
    return {"initials": initials, "hue": hue, "shape": shape}


def card(**changed: Any) -> Card:
    """A story as listings show it."""
    story = Card(
        kind="news",
        kind_label="Nieuws",
        pk=1,
        title="Een week bij de buren: wat neem je mee?",
        url=HERE,
        summary="Bilal liep vijf dagen mee bij een andere organisatie. Hij kwam terug met drie vragen.",
        on=date(2026, 10, 12),
        picture=room(),
        theme=PLACEMENTS,
        meta={"note": "", "mark": None, "kind_label": ""},
    )
    return replace(story, **changed)


def training(title: str = "Coachend begeleiden: de basis", theme=SUPERVISORS, **changed: Any) -> Card:
    """A training as listings show it; other keywords change its ``meta``."""
    meta = {
        "starts_at": moment(2027, 1, 14),
        "ends_at": moment(2027, 1, 14, 16),
        "place": "Huiskamer Het Laar, Tilburg",
        "form": "op-locatie",
        "form_label": "op locatie",
        "kind_label": "training voor werkbegeleiders",
        "state": "open",
        "state_label": "nog 4 plaatsen",
        "deadline": "",
        "seats_left": 4,
        "note": "",
    }
    return card(kind="training", kind_label="Training", title=title, theme=theme, meta=meta | changed)


def person(**changed: Any) -> dict[str, Any]:
    somebody = {
        "name": "Ruth van Oers",
        "role": "werkbegeleider",
        "organisation_name": "Het Laar",
        "picture": portrait(),
    }
    return somebody | changed


def organisation(name: str = "Het Laar", place: str = "Tilburg", picture: Picture | None = None) -> dict:
    return {"name": name, "url": HERE, "place": place, "picture": picture, "mark": mark(name[:2].strip())}


def theme(title: str, colour: str, summary: str = "", picture: Picture | None = None) -> dict[str, Any]:
    return {"title": title, "url": HERE, "colour": colour, "summary": summary, "picture": picture}


def pillars() -> list[dict[str, Any]]:
    return [
        theme("Uitwisselingsstages", "coral", "Kijk mee bij een andere organisatie en neem het beste mee."),
        theme("Praktijkonderwijsbijeenkomsten", "teal", "Studenten, collega's en docenten leren van elkaar."),
        theme("Deskundigheidsbevordering", "ochre", "Word een begeleider met de handen op de rug."),
    ]


def views(chosen: str = "Lijst") -> list[dict[str, Any]]:
    """The forms in which the list of trainings can be seen."""
    return [
        {"label": label, "icon": icon, "url": HERE, "selected": label == chosen}
        for label, icon in (("Lijst", "list"), ("Maand", "calendar"))
    ]


def link(label: str, **more: Any) -> dict[str, Any]:
    return {"label": label, "url": HERE, **more}


def document(**changed: Any) -> dict[str, Any]:
    file = {
        "title": "Handreiking uitwisselingsstage",
        "url": HERE,
        "kind": "PDF",
        "size_label": "1,2 MB",
        "pages": 24,
        "language": "nl",
    }
    return file | changed


def film(**changed: Any) -> dict[str, Any]:
    video = {
        "title": "Kijk eens bij de buren",
        "url": "/voorbeeld.mp4",
        "webm_url": "/voorbeeld.webm",
        "poster_url": static("cms/style_guide/room.svg"),
        "captions_url": "",
        "width": 1280,
        "height": 720,
        "transcript": "[Een deur gaat open.]\n\nSanne: “Waarom doen jullie het zo?”",
        "transcript_parts": transcript_parts("[Een deur gaat open.]\n\nSanne: “Waarom doen jullie het zo?”"),
        "length": "1:05",
        "duration": 65,
        "files": [
            {"url": "/voorbeeld.mp4", "kind": "MP4", "size_label": "2,6 MB"},
            {"url": "/voorbeeld.webm", "kind": "WebM", "size_label": ""},
        ],
    }
    return video | changed


def rich(html: str) -> SafeString:
    """Text as it comes from an editor's rich text field."""
    return mark_safe(html)
