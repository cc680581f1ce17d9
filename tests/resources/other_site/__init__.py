"""Another site than the demonstration: an invented network in another region, with other themes.

Its queries were written before any of them was asked, to see how search does on words it was not made for.
"""

import json
from datetime import UTC, date, datetime
from pathlib import Path

from resources.models import SearchDocument
from resources.search.documents import document_of
from resources.search.kinds import BY_NAME

AT = datetime(2026, 11, 27, 10, tzinfo=UTC)
FOLDER = Path(__file__).parent
QUERIES = FOLDER / "judged.json"


def documents() -> list[SearchDocument]:
    """The search documents of that site, not stored."""
    rows = json.loads((FOLDER / "content.json").read_text("utf-8"))
    return [_made(number, row) for number, row in enumerate(rows, 1)]


def _made(number: int, row: dict) -> SearchDocument:
    return document_of(
        {
            "kind": row["kind"],
            "object_pk": number,
            "path": row["path"],
            "title": row["title"],
            "summary": row["summary"],
            "text": row["text"],
            "labels": [*row["labels"], str(BY_NAME[row["kind"]].one)],
            "facets": {"soort": [BY_NAME[row["kind"]].word]},
            "dated_on": date.fromisoformat(row["on"]) if row["on"] else None,
            "visible_until": None,
        }
    )
