"""Words that need an explanation."""

from __future__ import annotations

from cms.style_guide.model import Example, Group
from cms.style_guide.values import COMPOUND, HERE, LONG_TEXT, LONG_TITLE


def term(word: str, explanation: str, page: str = "") -> dict[str, str]:
    return {
        "slug": word.lower(),
        "term": word,
        "explanation": explanation,
        "page_title": page,
        "page_url": HERE if page else "",
        "url": HERE,
    }


def group() -> Group:
    bbl = term("BBL", "Je werkt in de zorg en gaat een dag in de week naar school.", "Zo leer je in de zorg")
    hands = term("Werkbegeleider", "Iemand die je op je werkplek leert hoe het werk gaat.")
    long = term(COMPOUND, LONG_TEXT, LONG_TITLE)
    return Group(
        "Begrippen",
        [
            Example(
                "components/term",
                "Een woord dat zijn uitleg opent (zie term note). Wat eraan vastzit, blijft op zijn regel.",
                {
                    "Gewoon": {"term": bbl, "word": "BBL"},
                    "Tussen haakjes": {"term": bbl, "word": "bbl", "opening": "(", "closing": ")."},
                    "Lang woord": {"term": long, "word": COMPOUND, "closing": ","},
                },
            ),
            Example(
                "components/term_note",
                "Wat een begrip betekent. Op de site gaat dit open onder het woord; hier staat het open.",
                {
                    "Met een pagina": {"term": bbl},
                    "Zonder pagina": {"term": hands},
                    "Lang": {"term": long},
                },
            ),
            Example(
                "components/glossary",
                "De begrippen op een rij, met hun uitleg.",
                {
                    "Drie": {"terms": [bbl, hands, long]},
                    "Een": {"terms": [hands]},
                    "Veel": {
                        "terms": [
                            term(f"Begrip {letter}", hands["explanation"]) for letter in "ABCDEFGHIJKLMN"
                        ]
                    },
                },
            ),
        ],
    )
