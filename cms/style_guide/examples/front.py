"""What only the front page has."""

from __future__ import annotations

from cms.style_guide.model import Example, Group
from cms.style_guide.values import (
    COMPOUND,
    HERE,
    LONG_TEXT,
    LONG_TITLE,
    MEETINGS,
    WELL_BEING,
    card,
    room,
)

FOR_WHOM = ["Studenten", "Werkbegeleiders", "Praktijkopleiders", "Docenten", "Zorgorganisaties"]


def audience(title: str) -> dict[str, str]:
    return {"title": title, "slug": title.lower()}


def stories(number: int) -> list:
    """So many stories; not each has a picture."""
    kinds = [
        card(),
        card(kind="interview", kind_label="Interview", title="Handen op de rug", theme=WELL_BEING),
        card(title="Wie zit er aan tafel?", picture=None, theme=MEETINGS),
    ]
    return [kinds[at % len(kinds)] for at in range(number)]


def group() -> Group:
    invited = {
        "title": "Begin in je eigen regio",
        "text": "Je hebt geen netwerk nodig om te beginnen. Eén andere organisatie is genoeg.",
        "url": HERE,
        "label": "Zo begin je",
    }
    return Group(
        "De voorpagina",
        [
            Example(
                "components/hero",
                "De opening van de voorpagina: van wie de site is en wat je hier het meest komt doen.",
                {
                    "Getekende deuren": {
                        "network": "Zes zorgorganisaties en een school leiden samen op.",
                        "title": "Leren bij de buren",
                        "standfirst": "Kijk mee op een andere plek en neem het beste mee terug.",
                    },
                    "Met foto": {"title": "Leren bij de buren", "standfirst": LONG_TEXT, "picture": room()},
                    "Alleen een titel": {"title": "Leren bij de buren"},
                    "Lange titel": {"network": LONG_TITLE, "title": LONG_TITLE, "standfirst": LONG_TEXT},
                },
                place="band",
            ),
            Example(
                "components/audience_links",
                "Voor wie er iets is: elke groep is een link naar alles wat voor haar is.",
                {
                    "Vijf": {"audiences": [audience(title) for title in FOR_WHOM]},
                    "Een": {"audiences": [audience("Studenten")]},
                    "Lange naam": {"audiences": [audience("Studenten"), audience(COMPOUND)]},
                    "Geen: niets te zien": {"audiences": []},
                },
            ),
            Example(
                "components/front_stories",
                "De nieuwste verhalen: het eerste groot, de andere in een korte lijst ernaast.",
                {
                    "Vijf": {"cards": stories(5), "heading_level": 3},
                    "Twee": {"cards": stories(2)},
                    "Een": {"cards": stories(1)},
                    "Zonder foto's, lange titels": {
                        "cards": [card(title=LONG_TITLE, summary=LONG_TEXT, picture=None)] * 4
                    },
                    "Geen: niets te zien": {"cards": []},
                },
            ),
            Example(
                "components/story_row",
                "Een verhaal op één regel van een korte lijst.",
                {
                    "Met foto": {"card": card()},
                    "Getekende deur": {"card": card(), "heading_level": 4},
                    "Foto ontbreekt": {"card": card(picture=None)},
                    "Zonder dag en thema": {"card": card(on=None, theme=None)},
                    "Lange titel": {"card": card(title=LONG_TITLE)},
                    "Vier onder elkaar": [{"card": one} for one in stories(4)],
                },
                list_class="front-stories__list",
            ),
            Example(
                "components/invitation",
                "De laatste band van de voorpagina: begin zelf een netwerk.",
                {
                    "Met tekst en knop": invited,
                    "Alleen een titel": {"title": invited["title"]},
                    "Lang": {"title": LONG_TITLE, "text": LONG_TEXT, "url": HERE, "label": COMPOUND},
                },
                place="band",
            ),
        ],
    )
