"""A guide that asks for a document, with a bit of everything that a document is about."""

from io import BytesIO

from pypdf import PdfReader

from resources.models import GuidePage
from tests.factories import GuidePageFactory
from tests.resources.pdf_files import words

ITEMS = [{"title": "Bel de buren", "text": ""}]
BODY = [
    ("heading", {"text": "Zo begin je", "level": "2"}),
    ("text", "<p>Vraag wie er mee wil.</p>"),
    ("steps", {"heading": "Vooraf", "kind": "checklist", "items": ITEMS}),
    ("heading", {"text": "Daarna", "level": "2"}),
]


def make_guide(**fields) -> GuidePage:
    return GuidePageFactory(
        **{"title": "Kijk mee", "body": BODY, "edition": "1.0", "makes_document": True, **fields}
    )


def pdf_of(guide: GuidePage) -> PdfReader:
    guide.refresh_from_db()
    with guide.document.open_file() as file:
        return PdfReader(BytesIO(file.read()))


def text_of(guide: GuidePage) -> str:
    return words("".join(page.extract_text() for page in pdf_of(guide).pages))
