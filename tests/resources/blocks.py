"""A body with every kind of block, to count queries with."""

from tests.factories import (
    OrganisationFactory,
    PersonFactory,
    ResultFigureFactory,
    SiteDocumentFactory,
    SiteImageFactory,
    SiteMediaFactory,
    TextPageFactory,
    ThemeFactory,
    TrainingEventFactory,
)


def every_block(times: int = 1) -> list[tuple]:
    """Blocks of all fifteen kinds, ``times`` over, each time with things of their own."""
    body = []
    for number in range(times):
        image, person, page = SiteImageFactory(), PersonFactory(), TextPageFactory()
        theme = ThemeFactory()
        event = TrainingEventFactory()
        event.themes.add(theme)
        event.save()
        body += [
            ("heading", {"text": "Zo begin je", "level": "2"}),
            ("text", f'<p>Lees <a linktype="page" id="{page.pk}">dit</a> eerst. Nummer {number}.</p>'),
            (
                "steps",
                {"heading": "Stappen", "kind": "checklist", "items": [{"title": "Bel", "text": "<p>Nu</p>"}]},
            ),
            (
                "questions",
                {"heading": "", "items": [{"question": "Hoe?", "answer": "<p>Zo.</p>"}], "folded": False},
            ),
            ("image", {"image": image, "caption": "Een deur", "layout": "wide"}),
            ("quote", {"text": "Ik keek mee.", "person": person, "name": "", "role": ""}),
            ("document", {"document": SiteDocumentFactory(), "intro": "Om te printen"}),
            ("video", {"video": SiteMediaFactory(), "caption": ""}),
            ("embed", {"url": "https://vimeo.com/123", "title": "Film", "poster": image}),
            ("figures", {"heading": "Cijfers", "figures": [ResultFigureFactory()]}),
            (
                "call_to_action",
                {"title": "Doe mee", "text": "", "page": page, "url": "", "label": "Lees verder"},
            ),
            ("organisations", {"heading": "Wie", "organisations": [OrganisationFactory()]}),
            ("upcoming_trainings", {"heading": "Trainingen", "theme": theme, "number": 3}),
            ("related_pages", {"heading": "Lees verder", "pages": [page]}),
        ]
    return body
