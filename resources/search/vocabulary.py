"""The words of all search documents: how many have a term, and which words are like another one.

The tables are kept by difference, in the transaction of the document (`change`), under the lock of
`resources.search.storing`. Documents that are no longer public have no words here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.db import connection, models
from rapidfuzz.distance import OSA

from resources.models import SearchCounter, SearchDocument, SearchTerm, SearchWord
from resources.models.search import LONGEST_TERM

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
SHORTEST_WORD = 4  # letters; shorter words are nobody's correction
SHORTEST_REPAIRED, LONGEST_REPAIRED = 5, 40  # letters; shorter words have too many neighbours
TWO_MISTAKES_FROM = 8  # letters
MOST_COMPOUNDS = 10
ROWS = 1000  # of one statement
AFTER = "\x7f"  # behind every letter, so that a range of words can end with it


def terms_of(document: SearchDocument) -> set[str]:
    """The terms that a document counts for; a run of letters that is no word stays out."""
    return {term for term in document.all_terms.split() if len(term) <= LONGEST_TERM}


def words_of(document: SearchDocument) -> set[str]:
    """The folded words of a document that may be somebody's correction."""
    return {one for one in document.words.split() if len(one) >= SHORTEST_WORD and not one.isdigit()}


# --- Asking -----------------------------------------------------------------------------------------------
def documents_with(terms: Iterable[str]) -> dict[str, int]:
    """How many documents have each of the terms that are known; one query for each thousand of them."""
    found: dict[str, int] = {}
    for some in _some(sorted({term for term in terms if len(term) <= LONGEST_TERM})):
        found.update(SearchTerm.objects.filter(term__in=some).values_list("term", "documents"))
    return found


def number_of_documents() -> int:
    return SearchCounter.objects.filter(pk=1).values_list("documents", flat=True).first() or 0


def nearest(word: str) -> str | None:
    """The word of the documents with the fewest mistakes between it and the unknown folded ``word``.

    One letter more, less, other or swapped from five letters on, two from eight. Of equals the word of most
    documents. None when nothing is near enough. One query, which the number of words hardly slows down.
    """
    if not SHORTEST_REPAIRED <= len(word) <= LONGEST_REPAIRED:
        return None
    most = 2 if len(word) >= TWO_MISTAKES_FROM else 1
    rows = _with_two(word) if most == 2 else _with_one(word)
    best: tuple[int, int, str] | None = None
    for one, documents in rows:
        mistakes = OSA.distance(word, one, score_cutoff=most)
        if 0 < mistakes <= most and (best is None or (mistakes, -documents, one) < best):
            best = (mistakes, -documents, one)
    return best[2] if best else None


def _with_one(word: str) -> list[tuple[str, int]]:
    """The known words with at most one mistake: all such words are written out, as they are few."""
    return list(SearchWord.objects.filter(word__in=variants(word)).values_list("word", "documents"))


def _with_two(word: str) -> list[tuple[str, int]]:
    """At least the known words with at most two mistakes.

    Either at most one of them is in the first half, and the word begins with one of its variants, or both
    are, and the second half stands as it is. A swap over the middle changes one letter of the first half.
    """
    half = len(word) // 2
    begins = _shortest({one[: half + 1] for one in variants(word[:half])})
    ends = word[half + 1 :][::-1]
    ranges = ", ".join(["(%s, %s)"] * len(begins))
    statement = f"""
        WITH starts(low, high) AS (VALUES {ranges})
        SELECT word, documents FROM starts
        JOIN resources_searchword ON word >= low AND word < high
        WHERE length(word) BETWEEN %s AND %s
        UNION
        SELECT word, documents FROM resources_searchword
        WHERE backwards >= %s AND backwards < %s AND length(word) BETWEEN %s AND %s
    """
    lengths = [len(word) - 2, len(word) + 2]
    bounds = [bound for one in begins for bound in (one, one + AFTER)]
    with connection.cursor() as cursor:
        cursor.execute(statement, [*bounds, *lengths, ends, ends + AFTER, *lengths])
        return cursor.fetchall()


def variants(word: str) -> set[str]:
    """Every text with at most one mistake in ``word``, itself as well."""
    found = {word}
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        found.update(f"{before}{letter}{after}" for letter in LETTERS)
        if after:
            found.add(before + after[1:])
            found.update(f"{before}{letter}{after[1:]}" for letter in LETTERS)
        if len(after) > 1:
            found.add(f"{before}{after[1]}{after[0]}{after[2:]}")
    return found


def _shortest(starts: set[str]) -> list[str]:
    """The starts of which no other one is the start, in order: their ranges hold all of the others."""
    kept: list[str] = []
    for one in sorted(starts):
        if not kept or not one.startswith(kept[-1]):
            kept.append(one)
    return kept


def compounds_with(word: str) -> list[str]:
    """Words of the documents that begin or end with the folded ``word`` and are longer, commonest first.

    At most ten; none for a word too short to say anything. Two queries.
    """
    if not SHORTEST_WORD <= len(word) <= LONGEST_REPAIRED:
        return []
    backwards = word[::-1]
    ranges = (
        {"word__gt": word, "word__lt": word + AFTER},
        {"backwards__gt": backwards, "backwards__lt": backwards + AFTER},
    )
    found: dict[str, int] = {}
    for one in ranges:
        rows = SearchWord.objects.filter(**one).order_by("-documents", "word")
        found.update(rows.values_list("word", "documents")[:MOST_COMPOUNDS])
    return sorted(found, key=lambda one: (-found[one], one))[:MOST_COMPOUNDS]


# --- Keeping ----------------------------------------------------------------------------------------------
def count(documents: Iterable[SearchDocument]) -> tuple[Counter[str], Counter[str]]:
    """How many of ``documents`` have each term and each word."""
    terms: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for one in documents:
        terms.update(terms_of(one))
        words.update(words_of(one))
    return terms, words


def change(before: Iterable[SearchDocument], after: Iterable[SearchDocument]) -> None:
    """Count ``after`` and no longer ``before``: the rows that documents replace, and those that went."""
    for model, old, new in zip((SearchTerm, SearchWord), count(before), count(after), strict=True):
        new.subtract(old)
        add(model, {text: number for text, number in new.items() if number})


def add(model: type[models.Model], numbers: Mapping[str, int]) -> None:
    """Add the numbers, which may be below zero, to those of the terms or words; at 0 a row goes."""
    name, *more, _documents = (field.column for field in model._meta.concrete_fields)
    columns = ", ".join((name, *more, "documents"))
    for some in _some(sorted(numbers)):
        rows = ", ".join([f"({', '.join(['%s'] * (2 + len(more)))})"] * len(some))
        values = [value for text in some for value in (text, *([text[::-1]] if more else []), numbers[text])]
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {model._meta.db_table} ({columns}) VALUES {rows} ON CONFLICT ({name})"
                f" DO UPDATE SET documents = {model._meta.db_table}.documents + excluded.documents",
                values,
            )
        fewer = [text for text in some if numbers[text] < 0]
        if fewer:
            model.objects.filter(pk__in=fewer, documents__lte=0).delete()


def rebuild() -> None:
    """Count all documents anew."""
    for model, wrong in differences():
        add(model, wrong)


def differences() -> Iterator[tuple[type[models.Model], dict[str, int]]]:
    """For terms and for words, what has to be added to each number to make it right; nothing when all are."""
    documents = SearchDocument.objects.filter(is_deleted=False).only("all_terms", "words")
    for model, wanted in zip((SearchTerm, SearchWord), count(documents.iterator(ROWS)), strict=True):
        wanted.subtract(dict(model.objects.values_list("pk", "documents")))
        if wrong := {text: number for text, number in wanted.items() if number}:
            yield model, wrong


def _some(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(texts), ROWS):
        yield texts[start : start + ROWS]
