"""The words of the public documents, as `resources.search.planning` asks for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.utils import timezone

from resources.search import spelling
from resources.search.analysis import spoken
from resources.search.engine import public_documents


def documents_with(terms: Iterable[str]) -> dict[str, int]:
    """How many documents have each of the terms; terms that none has are left out."""
    counts: Counter[str] = Counter()
    wanted = set(terms)
    for all_terms in public_documents(timezone.now()).values_list("all_terms", flat=True):
        counts.update(wanted.intersection(all_terms.split()))
    return dict(counts)


def number_of_documents() -> int:
    return public_documents(timezone.now()).count()


def nearest(word: str) -> str | None:
    """The known word with the fewest mistakes, of which the commonest."""
    known = _words()
    return spelling.nearest(word, known) if len(word) >= 5 and word not in known else None


def compounds_with(word: str) -> list[str]:
    """Known words that begin or end with ``word``, commonest first, at most ten."""
    known = _words()
    found = [one for one in known if one != word and (one.startswith(word) or one.endswith(word))]
    return sorted(found, key=lambda one: (-known[one], one))[:10]


def _words() -> Counter[str]:
    counts: Counter[str] = Counter()
    for texts in public_documents(timezone.now()).values_list("title", "summary", "text"):
        counts.update(set(spoken(" ".join(texts)).split()))
    return counts
