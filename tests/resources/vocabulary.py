"""The words of documents as `resources.search.planning` asks for them, kept in memory: slow and simple."""

from collections import Counter
from collections.abc import Iterable

from resources.models import SearchDocument
from resources.search.analysis import spoken
from resources.search.spelling import nearest


class MemoryVocabulary:
    """The vocabulary of ``documents``."""

    def __init__(self, documents: Iterable[SearchDocument]):
        self._terms: Counter[str] = Counter()
        self._words: Counter[str] = Counter()
        self._number = 0
        for document in documents:
            self._number += 1
            self._terms.update(set(document.all_terms.split()))
            self._words.update(set(spoken(f"{document.title} {document.summary} {document.text}").split()))

    def documents_with(self, terms: Iterable[str]) -> dict[str, int]:
        return {term: self._terms[term] for term in terms if term in self._terms}

    def number_of_documents(self) -> int:
        return self._number

    def nearest(self, word: str) -> str | None:
        return nearest(word, self._words) if len(word) >= 5 and word not in self._words else None

    def compounds_with(self, word: str) -> list[str]:
        found = [one for one in self._words if one != word and (one.startswith(word) or one.endswith(word))]
        return sorted(found, key=lambda one: (-self._words[one], one))[:10]
