"""Put search documents into their table with all that follows from them: versions, facets, vocabulary.

Everything happens under the lock of the one counter, in the transaction of the change itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.conf import settings
from django.db.models import Max, QuerySet
from django.dispatch import Signal

from resources.models import SearchCounter, SearchDocument, SearchFacet
from resources.models.search import mark_of
from resources.search import vocabulary

TEXTS = ("path", "title", "summary", "text", "title_words", "words")
TERMS = ("title_terms", "label_terms", "all_terms")
FACETS = ("facets", "facet_marks")
WHEN = ("dated_on", "visible_until")
CONTENT = (*TEXTS, *TERMS, *FACETS, *WHEN, "analysis_version", "is_deleted")  # what a new version differs in
WRITTEN = (*CONTENT, "version", "changed_at")
BLANK = {**dict.fromkeys((*TEXTS, *TERMS, "facet_marks"), ""), **dict.fromkeys(WHEN), "facets": {}}
Numbers = dict[tuple[str, str], int]

# Sent once for each write, inside its transaction; ``version`` is the last one given out.
documents_changed = Signal()


def lock() -> SearchCounter:
    """The counter, held until the transaction ends: others who write search documents wait.

    What they read afterwards is then committed, so nobody writes what was true before the change of another.
    """
    counter, _is_new = SearchCounter.objects.select_for_update().get_or_create(pk=1)
    return counter


def store(
    counter: SearchCounter,
    documents: Sequence[SearchDocument],
    present: Iterable[SearchDocument],
    *,
    at: datetime,
) -> None:
    """Make ``documents`` of the rows in ``present``, which are all rows for the same objects.

    ``counter`` comes from `lock`. A document that says what its row says already keeps its version. A row
    without a document is of something that is no longer public.
    """
    mark(documents, numbers_of(documents))
    old = {(one.kind, one.object_pk): one for one in present}
    wanted = {(one.kind, one.object_pk): one for one in documents}
    changed = [one for key, one in wanted.items() if key not in old or differs(old[key], one)]
    gone = [one for key, one in old.items() if key not in wanted and not one.is_deleted]
    if not changed and not gone:
        return
    before = [old[key] for one in changed if (key := (one.kind, one.object_pk)) in old]
    vocabulary.change([*before, *gone], changed)
    counter.documents += len(changed) - len(gone) - sum(not one.is_deleted for one in before)
    for one in changed:
        counter.version += 1
        one.version, one.changed_at = counter.version, at
    SearchDocument.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["kind", "object_pk"], update_fields=WRITTEN
    )
    bury(counter, gone, at)
    counter.save()
    documents_changed.send(SearchDocument, version=counter.version)


def bury(counter: SearchCounter, gone: Sequence[SearchDocument], at: datetime) -> None:
    """Leave a tombstone for each, for a search server to follow; without a server nothing is left."""
    rows = SearchDocument.objects.filter(pk__in=[one.pk for one in gone])
    if not settings.ELASTICSEARCH_URL:
        rows.delete()
        return
    for one in gone:
        counter.version += 1
        rows.filter(pk=one.pk).update(**BLANK, is_deleted=True, version=counter.version, changed_at=at)


def differs(one: SearchDocument, other: SearchDocument) -> bool:
    return any(getattr(one, name) != getattr(other, name) for name in CONTENT)


def numbers_of(documents: Iterable[SearchDocument]) -> Numbers:
    """The number of each value of a facet that the documents have; new values get the next ones."""
    values = {value for one in documents for value in facet_values(one)}
    numbers = known_numbers(SearchFacet.objects.filter(value__in={value for _name, value in values}))
    if missing := sorted(values - numbers.keys()):
        last = SearchFacet.objects.aggregate(last=Max("number"))["last"]
        first = 0 if last is None else last + 1
        made = [
            SearchFacet(name=name, value=value, number=number)
            for number, (name, value) in enumerate(missing, first)
        ]
        SearchFacet.objects.bulk_create(made)
        numbers.update({(one.name, one.value): one.number for one in made})
    return numbers


def known_numbers(facets: QuerySet[SearchFacet]) -> Numbers:
    return {(name, value): number for name, value, number in facets.values_list("name", "value", "number")}


def facet_values(document: SearchDocument) -> list[tuple[str, str]]:
    return [(name, value) for name, values in sorted(document.facets.items()) for value in values]


def mark(documents: Iterable[SearchDocument], numbers: Numbers) -> None:
    """Write the facets as letters; a value without a number, which only a check can meet, becomes a "?"."""
    for one in documents:
        letters = (mark_of(numbers[value]) if value in numbers else "?" for value in facet_values(one))
        one.facet_marks = "".join(letters)


def recount(counter: SearchCounter) -> None:
    """Put the counter right, however it went wrong; a version that was given out is not given out again."""
    last = SearchDocument.objects.aggregate(last=Max("version"))["last"] or 0
    counter.version = max(counter.version, last)
    counter.documents = SearchDocument.objects.filter(is_deleted=False).count()
    counter.save()


def breaches() -> list[str]:
    """What is wrong with the counter, in words."""
    counter = SearchCounter.objects.filter(pk=1).first() or SearchCounter()
    there = SearchDocument.objects.filter(is_deleted=False).count()
    last = SearchDocument.objects.aggregate(last=Max("version"))["last"] or 0
    wrong = []
    if counter.documents != there:
        wrong.append(f"the counter says {counter.documents} documents, there are {there}")
    if counter.version < last:
        wrong.append(f"the counter is at version {counter.version}, a document at {last}")
    return wrong
