"""Cards, lists and what stands around them."""

from __future__ import annotations

from cms.style_guide.model import Example, Group
from cms.style_guide.values import (
    COMPOUND,
    HERE,
    LONG_TEXT,
    LONG_TITLE,
    WELL_BEING,
    card,
    link,
    logo,
    mark,
    organisation,
    person,
    training,
    views,
)

MARKS = [
    ("HL", "teal", "gable"),
    ("SF", "coral", "window"),
    ("Th", "ochre", "sun"),
    ("Mo", "plum", "leaves"),
    ("Ma", "teal", "steps"),
    ("Am", "coral", "lamp"),
    ("DW", "ochre", "twins"),
    ("ROC", "plum", "book"),
]
OPENED = 640  # pixels of a frame in which the filters can be read
NAMES = ["Het Laar", "St. Franciscus", "'t Heem", "Maria-oord", "Maasduinen", "Amaliazorg", "ROC Tilburg"]


def value(label: str, count: int, selected: bool = False) -> dict:
    return {"value": label.lower(), "label": label, "count": count, "selected": selected, "url": HERE}


def facet(name: str, label: str, *values: dict) -> dict:
    return {"name": name, "label": label, "values": list(values)}


def organisation_card(name: str, **changed):
    return card(
        kind="organisation",
        kind_label="Organisatie",
        title=name,
        on=None,
        **{"picture": None, **changed},
    )


def chip(label: str) -> dict:
    return {"label": label, "remove_url": HERE}


FORM = facet("vorm", "Vorm", value("Op locatie", 14), value("Online", 3, selected=True), value("Hybride", 0))
THEMES = facet("thema", "Thema", value("Uitwisselingsstages", 9), value(COMPOUND, 128, selected=True))
MANY = facet("jaar", "Jaar", *[value(str(year), year - 2000) for year in range(2026, 2006, -1)])
NOTHING = facet("regio", "Regio")


def group() -> Group:
    mixed = [card(), training(), card(title=LONG_TITLE, picture=None, theme=WELL_BEING)]
    return Group(
        "Kaarten en lijsten",
        [
            Example(
                "components/card",
                "Eén ding uit een lijst: een verhaal, handreiking of organisatie. De foto staat in een deur.",
                {
                    "Met foto": {"card": card()},
                    "Zonder foto": {"card": card(picture=None)},
                    "Groot": {"card": card(), "large": True, "heading_level": 2},
                    "Lange titel en lange tekst": {"card": card(title=LONG_TITLE, summary=LONG_TEXT)},
                    "Alleen een titel": {"card": card(summary="", on=None, picture=None, theme=None)},
                    "Met een opmerking": {
                        "card": card(
                            kind="guide",
                            kind_label="Handreiking",
                            meta={"note": "versie 3", "mark": None, "kind_label": ""},
                        )
                    },
                    "Organisatie met logo": {"card": organisation_card("Maria-oord", picture=logo())},
                    "Organisatie met getekend merk": {
                        "card": organisation_card(
                            "Het Laar",
                            meta={"note": "Tilburg", "mark": mark(), "kind_label": "zorgorganisatie"},
                        )
                    },
                    "Klein op een telefoon": [
                        {"card": card(), "compact": True},
                        {"card": card(picture=None), "compact": True},
                        {"card": card(title=LONG_TITLE, summary=LONG_TEXT), "compact": True},
                    ],
                },
                list_class="grid-cards",
                outside_list=("Groot",),
            ),
            Example(
                "components/card_grid",
                "Kaarten in zoveel kolommen als er passen. Een training krijgt haar eigen kaart.",
                {
                    "Een": {"cards": [card()]},
                    "Drie soorten": {"cards": mixed, "heading_level": 2},
                    "Veel": {"cards": [*mixed, *mixed, card()]},
                    "Klein op een telefoon": {"cards": mixed, "compact": True},
                    "Leeg": {"cards": [], "empty_text": "Er is nog geen nieuws over dit thema."},
                    "Leeg zonder tekst": {"cards": []},
                },
            ),
            Example(
                "components/filters",
                "Een lijst korter maken. Elke keuze is een link; op een telefoon achter een knop.",
                {
                    "Niets gekozen": {"facets": [facet("vorm", "Vorm", value("Online", 3))], "chips": []},
                    "Gekozen, met zoekvak": {
                        "facets": [FORM, THEMES, NOTHING],
                        "chips": [chip("Online"), chip(COMPOUND)],
                        "total_label": "3 trainingen",
                        "query_name": "q",
                        "query": "coachen",
                        "query_label": "Zoek binnen de trainingen",
                        "action": HERE,
                        "hidden": [("vorm", "online")],
                    },
                    "Veel waarden": {"facets": [MANY], "chips": []},
                },
                least=OPENED,
            ),
            Example(
                "components/results_head",
                "Boven een lijst: hoeveel er is, wat je koos en in welke volgorde het staat.",
                {
                    "Niets gekozen": {"total": 24, "total_label": "24 trainingen", "chips": []},
                    "Gekozen": {
                        "total": 3,
                        "total_label": "3 trainingen",
                        "chips": [chip("Online"), chip("Januari 2027")],
                        "reset_url": HERE,
                    },
                    "Met volgorde": {
                        "total": 1204,
                        "total_label": "1.204 resultaten",
                        "sorts": [
                            link("Best passend", selected=True),
                            link("Nieuwste eerst", selected=False),
                        ],
                    },
                    "Met volgorde, vormen en keuze": {
                        "total": 24,
                        "total_label": "24 trainingen",
                        "chips": [chip("Online")],
                        "reset_url": HERE,
                        "sorts": [link("Komende", selected=True), link("Geweest", selected=False)],
                        "views": views(),
                    },
                    "Lange keuze": {
                        "total": 1,
                        "chips": [chip(LONG_TITLE), chip(COMPOUND)],
                        "reset_url": HERE,
                    },
                    "Niets gevonden": {"total": 0, "total_label": "Geen trainingen", "chips": [chip("Vol")]},
                },
            ),
            Example(
                "components/empty",
                "Er is niets te zien, en dit kun je wel doen.",
                {
                    "Met uitweg": {
                        "title": "Geen trainingen gevonden",
                        "text": "Misschien is er wel iets in een andere vorm of maand.",
                        "links": [link("Bekijk alle trainingen"), link("Vraag ernaar")],
                    },
                    "Alleen een titel": {"title": "Nog geen nieuws", "heading_level": 3},
                    "Agenda leeg": {"title": "Geen trainingen in augustus 2027", "art": "calendar"},
                    "Niets gevonden": {
                        "title": "Niets gevonden voor ‘stagge’",
                        "text": "Kijk of je het woord goed schreef, of zoek op een ander woord.",
                        "art": "magnifier",
                    },
                    "Nog niets, met één uitweg": {
                        "title": "Hier is nog niets",
                        "text": "Over dit thema staat nog niets op de site.",
                        "art": "seedling",
                        "url": HERE,
                        "label": "Zoek op de site",
                    },
                    "Lange titel": {"title": LONG_TITLE, "text": LONG_TEXT, "links": [link(COMPOUND)]},
                },
            ),
            Example(
                "components/organisation_marks",
                "De organisaties met hun beeldmerk, elk een link.",
                {
                    "Zeven": {"organisations": [organisation(name, picture=logo()) for name in NAMES]},
                    "Een": {"organisations": [organisation()]},
                    "Zeven zonder logo": {"organisations": [organisation(name) for name in NAMES]},
                    "Logo's en merken door elkaar": {
                        "organisations": [
                            organisation(name, picture=None if at % 2 else logo())
                            for at, name in enumerate(NAMES)
                        ]
                    },
                    "Klein, naast een tekst": {
                        "organisations": [organisation(), organisation("Maria-oord", picture=logo())],
                        "small": True,
                    },
                    "Zonder logo, lange naam": {
                        "organisations": [organisation(COMPOUND, "'s-Hertogenbosch"), organisation(place="")]
                    },
                },
            ),
            Example(
                "components/organisation_mark",
                "Het merk van een organisatie die nog geen logo gaf. De vorm hoort altijd bij dezelfde naam.",
                {
                    "Gewoon": {"mark": mark()},
                    "Alle vormen": [{"mark": mark(letters, hue, shape)} for letters, hue, shape in MARKS],
                    "Drie letters": {"mark": mark("ROC", "plum", "book")},
                    "Onbekende naam": {"mark": mark("?", "ochre", "sun")},
                    "Groot, in een zijkolom": {"mark": mark(), "class": "panel__mark"},
                },
            ),
            Example(
                "components/person",
                "Iemand uit het netwerk, met portret, rol en organisatie.",
                {
                    "Met portret": {"person": person()},
                    "Zonder portret, met e-mail": {
                        "person": person(picture=None),
                        "email": "ruth@example.org",
                        "text": "Stel haar je vraag over begeleiden.",
                    },
                    "Alleen een naam": {"person": person(picture=None, role="", organisation_name="")},
                    "Lange namen": {
                        "person": person(
                            name="Wilhelmina Johanna van den Hoogenboom-Verschuuren", role=COMPOUND
                        ),
                        "email": f"{COMPOUND.lower()}@example.org",
                    },
                },
            ),
        ],
    )
