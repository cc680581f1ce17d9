"""The words of documents as `resources.search.planning` asks for them, kept in memory: slow and simple."""

from collections import Counter
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from resources.models import SearchDocument


class MemoryVocabulary:
    """The vocabulary of ``documents``."""

    def __init__(self, documents: Iterable[SearchDocument]):
        self._terms: Counter[str] = Counter()
        self._words: Counter[str] = Counter()
        self._number = 0
        for document in documents:
            self._number += 1
            self._terms.update(set(document.all_terms.split()))
            said = set(document.words.split())
            self._words.update(word for word in said if len(word) >= 4 and not word.isdigit())

    def documents_with(self, terms: Iterable[str]) -> dict[str, int]:
        return {term: self._terms[term] for term in terms if term in self._terms}

    def number_of_documents(self) -> int:
        return self._number

    def nearest(self, word: str) -> str | None:
        if not 5 <= len(word) <= 40:
            return None
        most = 2 if len(word) >= 8 else 1
        mistakes = {one: OSA.distance(word, one, score_cutoff=most) for one in self._words}
        near = [one for one, number in mistakes.items() if 0 < number <= most]
        return min(near, key=lambda one: (mistakes[one], -self._words[one], one), default=None)

    def compounds_with(self, word: str) -> list[str]:
        found = [one for one in self._words if one != word and (one.startswith(word) or one.endswith(word))]
        return sorted(found, key=lambda one: (-self._words[one], one))[:10]
