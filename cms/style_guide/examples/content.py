"""What stands in the text of a page, and what belongs to it."""

from __future__ import annotations

from datetime import date

from cms.style_guide.model import Example, Group
from cms.style_guide.values import (
    COMPOUND,
    LONG_TEXT,
    LONG_TITLE,
    document,
    film,
    portrait,
    rich,
)


def figure(number: str, label: str, **changed) -> dict:
    plain = {"unit": "", "qualifier": "", "as_of": None, "source": "", "colour": "", "is_live": False}
    return {"figure": {"number_text": number, "label": label, **plain, **changed}}


def step(title: str, html: str = "") -> dict:
    return {"title": title, "text": rich(html)}


STEPS = [
    step("Kies een organisatie", "<p>Welke plek is echt anders dan die van jou?</p>"),
    step("Maak een afspraak"),
    step("Schrijf op wat je wilt zien", "<ul><li>Eén vraag over de zorg</li><li>Eén over het team</li></ul>"),
]


def group() -> Group:
    return Group(
        "Inhoud",
        [
            Example(
                "components/quote",
                "De woorden van iemand, groot genoeg om bij stil te staan.",
                {
                    "Met portret": {
                        "text": "Ik vroeg waarom, en niemand wist het nog. Toen zochten we het samen uit.",
                        "name": "Sanne Willems",
                        "role": "student",
                        "organisation_name": "Maria-oord",
                        "picture": portrait(),
                    },
                    "Zonder portret": {
                        "text": "Handen op de rug is moeilijker dan het lijkt.",
                        "name": "Anke",
                    },
                    "Alleen de woorden": {"text": "De werkplek is de leerplek."},
                    "Lang": {"text": LONG_TEXT, "name": COMPOUND, "role": LONG_TITLE},
                },
            ),
            Example(
                "components/figure_stat",
                "Een resultaat als getal in een deur.",
                {
                    "Een": figure("66", "studenten begonnen", source="jaarverslag", as_of=date(2021, 6, 1)),
                    "Geteld door de site": figure(
                        "128", "deelnemers", source="aanmeldingen", as_of=date(2027, 3, 1), is_live=True
                    ),
                    "Vier": [
                        figure("66", "studenten begonnen", colour="coral"),
                        figure("4", "ronden uitwisseling", colour="teal", source="projectgroep"),
                        figure("60", "deelnemers", colour="ochre", qualifier="ongeveer"),
                        figure("98", "zou het een collega aanraden", colour="plum", unit="procent"),
                    ],
                    "Bron staat al ergens anders": {
                        **figure("15", "organisaties", colour="teal", source="jaarverslag"),
                        "without_source": True,
                    },
                    "Lange woorden": figure(
                        "1.234.567", COMPOUND, qualifier="ongeveer", unit=COMPOUND.lower()
                    ),
                },
                list_class="figures",
            ),
            Example(
                "components/file_download",
                "Een bestand om te downloaden, met wat je vooraf wilt weten.",
                {
                    "Met voorkant": {
                        "document": document(),
                        "cover": "Handreiking uitwisselingsstage",
                        "hue": "coral",
                        "version": "versie 3",
                        "intro": "Alles wat je nodig hebt voor een goede stageweek.",
                        "label": "Download de handreiking",
                    },
                    "Voorkant met een lange titel": {
                        "document": document(title=LONG_TITLE),
                        "cover": LONG_TITLE,
                        "hue": "plum",
                    },
                    "Zonder voorkant": {"document": document()},
                    "In een andere taal, een bladzijde": {"document": document(language="en", pages=1)},
                    "Lange titel, weinig bekend": {
                        "document": document(
                            title=LONG_TITLE, kind="Excel", size_label="", pages=None, language="xx"
                        )
                    },
                },
            ),
            Example(
                "components/video",
                "Een film van onze eigen server, met ondertiteling. Er laadt niets tot je op afspelen drukt.",
                {
                    "Met uitgeschreven tekst": {
                        "video": film(),
                        "caption": "De film duurt een minuut.",
                        "download": True,
                    },
                    "Tekst al uitgevouwen": {"video": film(), "transcript_open": True},
                    "Tekst staat elders": {"video": film(), "transcript_beside": True},
                    "Zonder beeld vooraf": {
                        "video": film(
                            poster_url="", transcript="", transcript_parts=[], duration=0, title=LONG_TITLE
                        )
                    },
                },
            ),
            Example(
                "components/transcript",
                "De tekst van een film: wat je hoort of leest, en tussen haken wat je ziet.",
                {
                    "In delen": {"parts": film()["transcript_parts"]},
                    "Gewone tekst": {"parts": [], "text": LONG_TEXT},
                },
            ),
            Example(
                "components/steps",
                "Stappen op volgorde.",
                {
                    "Drie": {"items": STEPS, "heading_level": 3},
                    "Een": {"items": STEPS[1:2]},
                    "Tien, lange titels": {"items": [step(LONG_TITLE, f"<p>{LONG_TEXT}</p>")] * 10},
                },
            ),
            Example(
                "components/checklist",
                "Een lijst om af te vinken, op het scherm en op papier. Er wordt niets bewaard.",
                {
                    "Drie": {"items": STEPS, "id": "voorbereiden"},
                    "Een": {"items": STEPS[1:2]},
                    "Lange titels": {"items": [step(LONG_TITLE, f"<p>{LONG_TEXT}</p>"), step(COMPOUND)]},
                },
            ),
        ],
    )
