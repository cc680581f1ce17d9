"""Trainings: in a list, in a grid, and what is said of their places."""

from __future__ import annotations

from cms.style_guide.examples import figures
from cms.style_guide.model import Example, Group
from cms.style_guide.values import (
    COMPOUND,
    HERE,
    LONG_TEXT,
    LONG_TITLE,
    MEETINGS,
    PLACEMENTS,
    WELL_BEING,
    link,
    moment,
    training,
)


def in_every_state() -> dict[str, dict]:
    """A training as the cards and rows show it: open, almost full, full, closed, cancelled, past …"""
    cards = {
        "Open": training(),
        "Laatste plaats, sluit bijna": training(
            state_label="nog 1 plaats",
            seats_left=1,
            deadline="aanmelding sluit over 3 dagen",
            theme=PLACEMENTS,
        ),
        "Vol met wachtlijst": training(
            "Vragen stellen in plaats van voordoen",
            state="waiting-list",
            state_label="vol, de wachtlijst is open",
            seats_left=0,
            form="online",
            form_label="online",
            place="",
            theme=MEETINGS,
        ),
        "Vol": training(state="full", state_label="vol", seats_left=0),
        "Nog niet open": training(
            state="not-yet-open", state_label="je kunt je nog niet aanmelden", seats_left=12, theme=WELL_BEING
        ),
        "Aanmelding gesloten": training(state="closed", state_label="aanmelding gesloten"),
        "Geannuleerd": training(state="cancelled", state_label="geannuleerd", seats_left=0),
        "Geweest": training(
            state="past",
            state_label="deze training is geweest",
            seats_left=0,
            starts_at=moment(2025, 3, 6),
            ends_at=moment(2025, 3, 6, 16),
        ),
        "Lange titel, meer dagen": training(
            LONG_TITLE,
            ends_at=moment(2027, 1, 28, 16),
            place=f"Zaal {COMPOUND}, 's-Hertogenbosch",
            form="hybride",
            form_label="hybride",
            deadline="aanmelding sluit over 14 dagen",
        ),
        "Zonder dag, plaats en thema": training(
            starts_at=None, ends_at=None, place="", form="", form_label="", theme=None, kind_label=""
        ),
    }
    return {title: {"card": card} for title, card in cards.items()}


def fact(label: str, value: str, icon: str = "", url: str = "") -> dict:
    return {"label": label, "value": value, "icon": icon, "url": url}


def session(starts_at, until: int = 16, note: str = "") -> dict:
    return {"starts_at": starts_at, "ends_at": starts_at.replace(hour=until, minute=0), "note": note}


def venue(**changed) -> dict:
    plain = {
        "name": "Huiskamer Het Laar",
        "street": "Generaal Smutslaan 70",
        "postcode": "5021 XB",
        "place": "Tilburg",
        "travel_note": "",
    }
    return plain | changed


def facts_of(**changed) -> dict:
    plain = {
        "sessions": [session(moment(2027, 1, 14))],
        "venue": venue(),
        "map": figures.one_point(),
        "form": "on_site",
        "form_label": "Op locatie",
        "audiences": ["werkbegeleiders"],
        "host": link("", name="Het Laar"),
        "partners": [],
        "region": {"name": "Midden-Brabant"},
    }
    return plain | changed


def facts_states() -> dict[str, dict]:
    days = [moment(2027, 1, 14), moment(2027, 1, 28), moment(2027, 2, 11)]
    return {
        "Een dag, met kaartje": facts_of(),
        "Drie bijeenkomsten, met de route": facts_of(
            sessions=[session(days[0]), session(days[1], note="neem je casus mee"), session(days[2], 17)],
            venue=venue(travel_note="Neem bus 3 vanaf het station.\n\nParkeren kan achter het gebouw."),
            partners=[link("", name="Maria-oord"), link("", name="ROC Tilburg")],
            audiences=["werkbegeleiders", "praktijkopleiders", "docenten"],
        ),
        "Online": facts_of(form="online", form_label="Online", venue=None, map=None),
        "Hybride, zonder kaartje": facts_of(form="hybrid", form_label="Hybride", map=None),
        "Zonder organisatie en doelgroep": facts_of(
            host=None, audiences=[], map=None, venue=venue(street="", postcode="")
        ),
        "Lange namen": facts_of(
            venue=venue(name=LONG_TITLE, street=f"{COMPOUND}straat 1", travel_note=LONG_TEXT),
            host=link("", name=COMPOUND),
            audiences=[COMPOUND, LONG_TITLE],
            sessions=[session(days[0], note=LONG_TITLE)],
        ),
    }


def group() -> Group:
    states = in_every_state()
    many = [state for state in states.values() if state["card"].meta["starts_at"]][:4]
    return Group(
        "Trainingen",
        [
            Example(
                "components/training_row",
                "Een training op een regel: de dag in een deur, waar het is en of er plaats is.",
                {**states, "Vier onder elkaar": [{**state, "heading_level": 2} for state in many]},
                list_class="training-rows",
            ),
            Example(
                "components/training_card",
                "Een training tussen andere kaarten.",
                {**states, "Vier naast elkaar": [{**state, "heading_level": 2} for state in many]},
                list_class="grid-cards",
            ),
            Example(
                "components/training_meta",
                "Wanneer, waar en in welke vorm.",
                {
                    "Op locatie": {"meta": training().meta},
                    "Online": {"meta": training(form="online", form_label="online", place="").meta},
                    "Lange plaats": {"meta": training(place=LONG_TITLE).meta},
                    "Alleen een dag": {"meta": training(place="", form="", form_label="", ends_at=None).meta},
                },
            ),
            Example(
                "components/date_arch",
                "Een dag als een kleine deur. Staat altijd naast de dag in woorden.",
                {
                    "Gewoon": {"date": moment(2027, 1, 14)},
                    "Groot": {"date": moment(2027, 9, 30), "class": "date-arch--large"},
                },
            ),
            Example(
                "components/seats",
                "De plaatsen van een training, in woorden.",
                {
                    "Alle toestanden": [
                        {"state": "open", "free": 12},
                        {"state": "open", "free": 1},
                        {"state": "waiting-list", "free": 0},
                        {"state": "full", "free": 0},
                        {"state": "not-yet-open", "free": 12},
                        {"state": "closed", "free": 3},
                        {"state": "cancelled", "free": 0},
                        {"state": "past", "free": 0},
                    ],
                    "Eigen zin, op de pagina zelf": {
                        "state": "open",
                        "free": 4,
                        "label": "nog 4 plaatsen",
                        "marked": True,
                    },
                    "Lange zin": {"state": "waiting-list", "free": 0, "label": LONG_TITLE},
                },
            ),
            Example(
                "components/training_facts",
                "Wanneer, waar en voor wie een training is, met een kaartje van de plek.",
                facts_states(),
            ),
            Example(
                "components/facts",
                "Wat je in één oogopslag moet weten.",
                {
                    "Met pictogrammen": {
                        "title": "In het kort",
                        "heading_level": 2,
                        "facts": [
                            fact("Wanneer", "donderdag 14 januari 2027", "calendar"),
                            fact("Waar", "Huiskamer Het Laar, Tilburg", "place", HERE),
                            fact("Voor wie", "werkbegeleiders", "people"),
                        ],
                    },
                    "Een, zonder opschrift": {"facts": [fact("Prijs", "gratis")]},
                    "Lange waarden": {
                        "title": LONG_TITLE,
                        "facts": [
                            fact(COMPOUND, LONG_TITLE, "info"),
                            fact("E-mail", f"{COMPOUND.lower()}@example.org", "mail", HERE),
                        ],
                    },
                },
            ),
        ],
    )
