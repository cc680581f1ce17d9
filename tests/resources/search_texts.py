"""Search over a few lines of text, without pages behind them."""

from datetime import UTC, date, datetime

from resources.models import SearchDocument
from resources.search.documents import document_of
from resources.search.finding import Findings, find
from tests.resources.reference_engine import ReferenceEngine
from tests.resources.vocabulary import MemoryVocabulary

AT = datetime(2026, 11, 27, 10, tzinfo=UTC)


def document(title: str, **values) -> SearchDocument:
    """A search document, not stored, of news without a date unless ``values`` say otherwise."""
    return document_of(
        {
            "kind": "news",
            "object_pk": 1,
            "path": "",
            "title": title,
            "summary": "",
            "text": "",
            "labels": [],
            "facets": {},
            "dated_on": None,
            "visible_until": None,
            **values,
        }
    )


class Texts:
    """Stored search documents with these titles, and a search over them by the slow engine."""

    def __init__(self, *documents: str | SearchDocument):
        self.rows = [one if isinstance(one, SearchDocument) else document(one) for one in documents]
        taken = SearchDocument.objects.count()
        for number, row in enumerate(self.rows, taken + 1):
            row.object_pk, row.changed_at = number, AT
        self.rows = SearchDocument.objects.bulk_create(self.rows)
        self.vocabulary = MemoryVocabulary(self.rows)

    def find(self, query: str, **options) -> Findings:
        return find(query, at=AT, engine=ReferenceEngine(self.rows), words=self.vocabulary, **options)

    def titles(self, query: str, **options) -> list[str]:
        """The titles of the first page of hits, best first."""
        titles = {row.pk: row.title for row in self.rows}
        return [titles[key] for key in self.find(query, **options).keys]


def on(day: str) -> date:
    return date.fromisoformat(day)
