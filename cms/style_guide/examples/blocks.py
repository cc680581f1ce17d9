"""The blocks of which editors make a page."""

from __future__ import annotations

from cms.style_guide.examples import figures
from cms.style_guide.examples.content import STEPS, figure
from cms.style_guide.model import Example, Group
from cms.style_guide.values import (
    COMPOUND,
    HERE,
    LONG_TEXT,
    LONG_TITLE,
    document,
    film,
    organisation,
    person,
    portrait,
    rich,
    room,
    training,
)

TEXT = rich(
    "<p>Je leert het meest van een plek die je niet kent. <a href='#voorbeeld'>Lees hoe dat werkt.</a></p>"
    "<h3>Wat neem je mee?</h3><ul><li>Een vraag</li><li>Een <b>open</b> blik</li></ul>"
    "<ol><li>Kijk</li><li>Vraag</li></ol>"
)
QUESTIONS = [
    {"question": "Wat viel je op?", "answer": rich("<p>Dat iedereen aan tafel bleef zitten.</p>")},
    {"question": LONG_TITLE, "answer": rich(f"<p>{LONG_TEXT}</p>")},
]


def block(name: str, purpose: str, *, states: dict) -> Example:
    """The examples of a block; a state is its value."""
    values = {title: {"value": value} for title, value in states.items()}
    return Example(f"blocks/{name}", purpose, values, place="prose")


def image(layout: str, picture, caption: str = "") -> dict:
    return {"image": {"picture": picture}, "layout": layout, "caption": caption}


def quote(**changed) -> dict:
    return {"text": "Ik leerde zwijgen.", "person": None, "name": "", "role": "", **changed}


def table(caption: str, columns: list[str], *rows: list[str]) -> dict:
    headings = [{"heading": heading} for heading in columns]
    return {"caption": caption, "table": {"columns": headings, "rows": rows}}


def action(**changed) -> dict:
    plain = {"title": "Doe mee aan een training", "text": "", "href": HERE, "label": "Bekijk de trainingen"}
    return plain | changed


def film_elsewhere(**changed) -> dict:
    plain = {"url": HERE, "title": "Een dag mee", "poster": None, "player_url": "", "provider": "YouTube"}
    return plain | changed


def group() -> Group:
    anchored = {"heading": "Wat het opleverde", "anchor": "opbrengst"}
    plain = {"heading": "", "anchor": ""}
    numbers = [figure(number, "deelnemers")["figure"] for number in ("60", "15", "66")]
    return Group(
        "Blokken",
        [
            block(
                "heading",
                "Een tussenkop.",
                states={
                    "Grote kop": {"text": "Zo begin je", "level": "2", "anchor": "zo-begin-je"},
                    "Kleine kop": {"text": "Een week van tevoren", "level": "3", "anchor": ""},
                    "Lang": {"text": LONG_TITLE, "level": "2", "anchor": ""},
                },
            ),
            block("text", "Gewone tekst.", states={"Gewoon": TEXT, "Lang woord": rich(f"<p>{COMPOUND}</p>")}),
            block(
                "image",
                "Een foto of tekening, met bijschrift en maker.",
                states={
                    "In de kolom": image("column", room("Sanne Willems"), "De eerste ochtend."),
                    "Breed": image("wide", room()),
                    "In een boog": image("arch", portrait(), LONG_TEXT),
                    "Zonder foto: niets te zien": image("column", None),
                },
            ),
            block(
                "quote",
                "De woorden van iemand.",
                states={
                    "Van iemand uit het netwerk": quote(person=person()),
                    "Met een naam": quote(name="Anke", role="student"),
                    "Zonder naam": quote(),
                },
            ),
            block(
                "questions",
                "Vragen met antwoorden: een interview, of vragen die je kunt uitvouwen.",
                states={
                    "Interview": {**plain, "items": QUESTIONS, "folded": False},
                    "Uitvouwen": {**anchored, "items": QUESTIONS, "folded": True},
                    "Een vraag met kop": {**anchored, "items": QUESTIONS[:1], "folded": False},
                },
            ),
            block(
                "steps",
                "Stappen op volgorde, of een lijst om af te vinken.",
                states={
                    "Stappen": {**anchored, "kind": "ordered", "level": 2, "items": STEPS},
                    "Stappen zonder kop": {**plain, "kind": "ordered", "level": 2, "items": STEPS},
                    "Stappen in een hoofdstuk": {**anchored, "kind": "ordered", "level": 3, "items": STEPS},
                    "Afvinken": {**anchored, "kind": "checklist", "level": 2, "items": STEPS},
                },
            ),
            block(
                "table",
                "Een tabel. Op een telefoon schuif je hem opzij.",
                states={
                    "Drie kolommen": table(
                        "Rondes", ["Jaar", "Ronde", "Studenten"], ["2019", "1", "18"], ["2020", "2", "21"]
                    ),
                    "Veel kolommen": table(
                        LONG_TITLE, [f"{COMPOUND} {at}" for at in range(4)], ["ja", "nee", "ja", "nee"]
                    ),
                    "Zonder rijen": table("Nog leeg", ["Jaar", "Studenten"]),
                },
            ),
            block(
                "figures",
                "Resultaten in getallen.",
                states={
                    "Drie": {**anchored, "figures": numbers},
                    "Een, zonder kop": {**plain, "figures": numbers[:1]},
                },
            ),
            Example(
                "blocks/chart",
                "Een grafiek tussen de tekst.",
                {
                    "Deuren": {"chart": figures.doors(), "heading_level": 3},
                    "Balken": {"chart": figures.bars()},
                },
                place="prose",
            ),
            block(
                "document",
                "Een bestand om te downloaden.",
                states={
                    "Met uitleg": {"document": document(), "intro": "Handig om te printen."},
                    "Verwijderd: niets te zien": {"document": None, "intro": ""},
                },
            ),
            block(
                "video",
                "Een film van onze eigen server.",
                states={
                    "Met bijschrift": {"video": film(), "caption": "Een minuut."},
                    "Verwijderd: niets te zien": {"video": None, "caption": ""},
                },
            ),
            block(
                "embed",
                "Een film op een andere site. Die site merkt pas iets als je klikt.",
                states={
                    "Met beeld": film_elsewhere(poster={"picture": room()}),
                    "Zonder beeld, lange titel": film_elsewhere(title=LONG_TITLE),
                },
            ),
            block(
                "organisations",
                "Organisaties met hun beeldmerk.",
                states={
                    "Twee": {
                        **anchored,
                        "organisations": [organisation(), organisation("Amaliazorg", "Riel")],
                    },
                    "Een, zonder kop": {**plain, "organisations": [organisation()]},
                },
            ),
            Example(
                "blocks/upcoming_trainings",
                "De eerste trainingen.",
                {
                    "Twee": {
                        "value": {"heading": "Eerste trainingen"},
                        "trainings": [training(), training(LONG_TITLE)],
                    },
                    "Geen: niets te zien": {"value": {"heading": "Eerste trainingen"}, "trainings": []},
                },
                place="prose",
            ),
            block(
                "related_pages",
                "Pagina's om verder te lezen.",
                states={
                    "Twee": {
                        "heading": "Lees verder",
                        "pages": [
                            {"title": "Over het netwerk", "url": HERE},
                            {"title": LONG_TITLE, "url": HERE},
                        ],
                    },
                    "Een": {"heading": "Lees verder", "pages": [{"title": "Over het netwerk", "url": HERE}]},
                },
            ),
            block(
                "call_to_action",
                "Een oproep met één knop.",
                states={
                    "Met tekst": action(text="Er zijn nog plaatsen in januari."),
                    "Alleen een titel": action(),
                    "Lang": action(title=LONG_TITLE, text=LONG_TEXT, label=COMPOUND),
                    "Zonder link: niets te zien": action(href=""),
                },
            ),
        ],
    )
