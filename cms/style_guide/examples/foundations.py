"""What the other components are made of."""

from __future__ import annotations

import re

from cms.style_guide.model import Example, Group
from cms.style_guide.values import COMPOUND, HERE, moment, portrait, room

COLUMN = "(min-width: 48em) 44rem, 92vw"


def icon_names() -> list[str]:
    """Every drawing in the icon's template, first names first."""
    from cms.style_guide.catalogue import TEMPLATES  # which collects these examples

    source = (TEMPLATES / "components" / "icon.html").read_text(encoding="utf-8")
    return list(dict.fromkeys(re.findall(r'name == "([a-z_-]+)"', source)))


def group() -> Group:
    return Group(
        "Bouwstenen",
        [
            Example(
                "components/icon",
                "Een kleine tekening bij een woord. Nooit alleen: het woord staat ernaast.",
                {
                    "Alle pictogrammen": [{"name": name} for name in icon_names()],
                    "Onbekende naam": {"name": "bestaat-niet"},
                },
            ),
            Example(
                "components/arch_mark",
                "Het beeldmerk: drie bogen die elkaar raken. Waar ze elkaar raken, ontstaat iets nieuws.",
                {"Gewoon": {"class": ""}, "Groot": {"class": "arch-mark--large"}},
            ),
            Example(
                "components/doorways",
                "De tekening bij de opening van de site. Versiering, dus zonder beschrijving.",
                {"Gewoon": {}},
            ),
            Example(
                "components/picture",
                "Een foto of tekening in moderne bestandsvormen, met ruimte die al klaarstaat.",
                {
                    "Breed": {"picture": room(), "sizes": COLUMN, "loading": "lazy"},
                    "In een boog": {"picture": portrait(), "sizes": COLUMN, "class": "arch"},
                    "Brede boog, meteen geladen": {
                        "picture": room(),
                        "sizes": COLUMN,
                        "class": "arch arch--wide",
                        "loading": "eager",
                    },
                    "Versiering zonder beschrijving": {
                        "picture": room(),
                        "sizes": COLUMN,
                        "decorative": True,
                    },
                },
            ),
            Example(
                "components/button",
                "Een link die eruitziet als een knop: de belangrijkste stap op een pagina.",
                {
                    "Gewoon": {"url": HERE, "label": "Meld je aan"},
                    "Rustig": {"url": HERE, "label": "Bekijk het programma", "style": "quiet"},
                    "Accent": {"url": HERE, "label": "Bekijk de trainingen", "style": "accent"},
                    "Klein": {"url": HERE, "label": "Bewaar", "style": "small"},
                    "Met pictogram en download": {
                        "url": HERE,
                        "label": "Download de handreiking",
                        "icon": "download",
                        "download": True,
                    },
                    "Lange tekst": {"url": HERE, "label": f"Meld je aan bij de {COMPOUND.lower()}"},
                },
            ),
            Example(
                "components/badge",
                "Een klein label voor hoe iets ervoor staat.",
                {
                    "Alle kleuren": [
                        {"label": "Concept", "tone": ""},
                        {"label": "Nieuw", "tone": "teal"},
                        {"label": "Vol", "tone": "coral"},
                        {"label": "Bijna vol", "tone": "ochre"},
                        {"label": "Werkplezier", "tone": "plum"},
                    ],
                    "Met pictogram": {"label": "Geannuleerd", "tone": "coral", "icon": "closed"},
                    "Lange tekst": {"label": COMPOUND, "tone": "teal"},
                },
            ),
            Example(
                "components/when",
                "Een dag en tijden, zoals je ze uitspreekt.",
                {
                    "Begin en einde": {"starts_at": moment(2027, 1, 14), "ends_at": moment(2027, 1, 14, 16)},
                    "Zonder einde": {"starts_at": moment(2027, 1, 14)},
                    "Meer dagen": {"starts_at": moment(2027, 1, 14), "ends_at": moment(2027, 1, 16, 16)},
                    "Kort": {
                        "starts_at": moment(2027, 1, 14),
                        "ends_at": moment(2027, 1, 14, 16),
                        "short": True,
                    },
                },
            ),
        ],
    )
