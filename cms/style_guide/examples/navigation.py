"""What shows the way."""

from __future__ import annotations

from cms.style_guide.model import Example, Group
from cms.style_guide.values import COMPOUND, HERE, LONG_TITLE, link, logo, pillars, room, theme, views

SHORT = ["Trainingen", "Organisaties"]
USUAL = ["Nieuws", "Interviews", "Animaties", "Handreikingen", "Trainingen", "Organisaties", "Over ons"]
LONG = [
    "Nieuws en verhalen",
    "Interviews met studenten",
    "Animaties en films",
    "Handreikingen en draaiboek",
    "Trainingen voor werkbegeleiders",
    "Praktijkonderwijsbijeenkomsten",
    "Deelnemende organisaties",
    "Start in je eigen regio",
    COMPOUND,
]
OPENED = 640  # pixels of a frame in which the menu can be read


def kind_tabs(selected: str) -> list[dict]:
    numbers = {"Alle": 19, "Nieuws": 2, "Interviews": 1, "Trainingen": 16}
    return [
        {"label": label, "count": count, "url": "#", "selected": label == selected}
        for label, count in numbers.items()
    ]


def menu(labels: list[str], current: int = 1) -> list[dict]:
    return [link(label, is_current=number == current) for number, label in enumerate(labels)]


def frame(**changed) -> dict:
    """What stands around every page."""
    around = {
        "site_name": "MBO Zorginnovatienetwerk",
        "abbreviation": "MBO-ZIN",
        "region": "Midden-Brabant",
        "tagline": "Zes zorgorganisaties en een school leiden samen op.",
        "logo": None,
        "main_menu": menu(USUAL),
        "footer_menu": menu(["Contact", "Privacy", "Toegankelijkheid", "Over ons"]),
        "footer_text": "<p>Een netwerk in Midden-Brabant.</p>",
        "contact_email": "netwerk@example.org",
        "contact_phone": "013 123 45 67",
    }
    return {"frame": around | changed}


def pages(number: int, count: int, links: list) -> dict:
    return {
        "pages": {
            "number": number,
            "num_pages": count,
            "previous_url": HERE if number > 1 else "",
            "next_url": HERE if number < count else "",
            "links": links,
        }
    }


def numbered(numbers: list[int | None], current: int) -> list:
    return [(number, HERE, number == current) if number else None for number in numbers]


def notice(text: str, tone: str = "info", label: str = "") -> dict:
    return {"notice": {"text": text, "tone": tone, "link_url": HERE if label else "", "link_label": label}}


def crumbs(*titles: str) -> dict:
    return {"crumbs": [{"title": title, "url": HERE} for title in titles]}


def entries(*titles: str) -> dict:
    return {"entries": [{"id": f"deel-{at}", "title": title} for at, title in enumerate(titles)]}


def group() -> Group:
    return Group(
        "De weg wijzen",
        [
            Example(
                "components/site_header",
                "De kop van elke pagina, met het menu. Op een telefoon zit het menu achter een knop.",
                {
                    "Zeven onderdelen": frame(),
                    "Twee onderdelen": frame(main_menu=menu(SHORT)),
                    "Negen lange onderdelen": frame(main_menu=menu(LONG)),
                    "Zonder menu": frame(main_menu=[]),
                    "Eigen logo": frame(logo=logo()),
                    "Lange naam": frame(site_name=f"Netwerk van de {COMPOUND.lower()} Midden-Brabant"),
                },
                place="top",
                least=OPENED,
            ),
            Example(
                "components/site_footer",
                "De voet van elke pagina: wie we zijn, het kleine menu en hoe je ons bereikt.",
                {
                    "Gewoon": frame(),
                    "Alleen de naam": frame(
                        tagline="", footer_text="", footer_menu=[], contact_email="", contact_phone=""
                    ),
                    "Veel en lang": frame(
                        footer_menu=menu(LONG), contact_email=f"{COMPOUND.lower()}@example.org"
                    ),
                },
                place="bottom",
            ),
            Example(
                "components/site_notice",
                "Een bericht boven elke pagina, voor zolang het geldt.",
                {
                    "Ter informatie": notice("Op vrijdag zijn we niet bereikbaar."),
                    "Waarschuwing met link": notice(
                        "De bijeenkomst van donderdag gaat niet door.", "warning", "Lees wat je kunt doen"
                    ),
                    "Lange tekst": notice(LONG_TITLE, "warning", COMPOUND),
                },
                place="top",
            ),
            Example(
                "components/breadcrumbs",
                "De weg terug naar boven.",
                {
                    "Drie stappen": crumbs("Start", "Nieuws", "Een week bij de buren"),
                    "Een stap": crumbs("Start"),
                    "Lange titel": crumbs("Start", "Praktijkonderwijsbijeenkomsten", LONG_TITLE),
                    "Geen": crumbs(),
                },
            ),
            Example(
                "components/toc",
                "Wat er op een lange pagina staat, met een sprong erheen.",
                {
                    "Drie delen": entries("Voorbereiden", "Uitvoeren", "Terugkijken"),
                    "Eigen opschrift": {**entries("Voor de stage", "Erna"), "label": "In deze handreiking"},
                    "Lange titels": entries(LONG_TITLE, COMPOUND, "Kort"),
                    "Een deel: niets te zien": entries("Voorbereiden"),
                },
            ),
            Example(
                "components/pagination",
                "De bladzijden van een lange lijst.",
                {
                    "Eerste van drie": pages(1, 3, numbered([1, 2, 3], 1)),
                    "Midden in een lange lijst": pages(7, 24, numbered([1, None, 6, 7, 8, None, 24], 7)),
                    "Laatste": pages(24, 24, numbered([1, None, 23, 24], 24)),
                    "Een bladzijde: niets te zien": pages(1, 1, numbered([1], 1)),
                },
            ),
            Example(
                "components/theme_links",
                "De thema's van een verhaal, training of handreiking.",
                {
                    "Drie pijlers": {"themes": pillars(), "label": "Thema's van dit verhaal"},
                    "Een": {"themes": [theme("Werkplezier", "plum")]},
                    "Lange titel": {"themes": [theme(LONG_TITLE, "coral"), theme(COMPOUND, "teal")]},
                    "Geen": {"themes": []},
                },
            ),
            Example(
                "components/theme_band",
                "De pijlers als deuren naast elkaar: hier kom je bij alles van een pijler.",
                {
                    "Drie pijlers": {
                        "themes": pillars(),
                        "heading": "Drie pijlers",
                        "intro": "Zo leren we van elkaar.",
                        "heading_level": 2,
                    },
                    "Een": {"themes": pillars()[:1], "heading": "Een pijler"},
                    "Vijf, zonder opschrift": {"themes": pillars() + pillars()[:2]},
                    "Lange titels": {
                        "themes": [theme(COMPOUND, "plum", LONG_TITLE), theme(LONG_TITLE, "ochre")],
                        "heading": "Lange titels",
                    },
                    "Met foto's": {
                        "themes": [{**pillar, "picture": room()} for pillar in pillars()],
                        "heading": "Drie pijlers",
                    },
                    "Twee van de drie met foto": {
                        "themes": [{**pillar, "picture": room()} for pillar in pillars()[:2]] + pillars()[2:],
                    },
                },
                place="band",
            ),
            Example(
                "components/view_switch",
                "Dezelfde lijst in een andere vorm.",
                {
                    "Lijst gekozen": {"views": views()},
                    "Maand gekozen": {"views": views("Maand")},
                    "Een": {"views": views()[:1]},
                    "Lange woorden": {"views": [*views(), {**views("")[1], "label": LONG_TITLE}]},
                },
            ),
            Example(
                "components/kind_tabs",
                "De soorten van wat is gevonden; op een telefoon schuift de rij.",
                {
                    "Alle gekozen": {"tabs": kind_tabs("Alle")},
                    "Een soort gekozen": {"tabs": kind_tabs("Nieuws")},
                    "Lange woorden": {
                        "tabs": [*kind_tabs("Alle"), {**kind_tabs("")[1], "label": LONG_TITLE}]
                    },
                },
            ),
            Example(
                "components/search_form",
                "Een zoekvak dat ook zonder script werkt.",
                {
                    "Gewoon": {"id": "search"},
                    "Groot, met een vraag": {"id": "search", "query": "uitwisselingsstage", "large": True},
                    "Zoeken binnen een soort": {
                        "action": "/zoeken/",
                        "label": "Zoek in de handreikingen",
                        "hidden": [("soort", "guide")],
                    },
                    "Lange vraag": {"query": LONG_TITLE, "large": True},
                },
            ),
        ],
    )
