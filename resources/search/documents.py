"""Keep the search documents equal to what is public. Each rule joins the transaction of the change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone, translation
from wagtail.models import Page, ReferenceIndex

from cms.visit import visiting
from network.models import Region, WorkingGroup
from resources.models import SearchDocument, SearchFacet
from resources.search import full_text, lexicon, sources, storing, vocabulary
from resources.search.analysis import ANALYSIS_VERSION, spoken, stored
from resources.search.kinds import PAGE_KINDS, kind_of

CHUNK = 100  # objects read and written at a time
TITLE_LENGTH = SearchDocument._meta.get_field("title").max_length


def build(model, pks: Iterable[int], at: datetime) -> list[SearchDocument]:
    """The documents, not stored, of the objects with ``pks`` that are public at the aware datetime ``at``."""
    pks = list(pks)
    subjects = list(sources.public(model, at).filter(pk__in=pks))
    related = sources.related_to(model, [subject.pk for subject in subjects], at)
    # Outside a visit blocks hold the real documents and films; the labels are those of the site's language.
    with visiting(None), translation.override(settings.LANGUAGE_CODE):
        return [document_of(sources.values(model, one, at, related[one.pk])) for one in subjects]


def document_of(found: dict) -> SearchDocument:
    """The document, not stored, of the values that `sources.values` found for an object."""
    labels = found.pop("labels")
    title, summary, text = found["title"], found["summary"], found["text"]
    found["title"] = title[:TITLE_LENGTH]
    return SearchDocument(
        **found,
        title_words=f" {spoken(title)} ",
        words=f" {spoken(' '.join((title, summary, text)))} ",
        title_terms=stored([title]),
        label_terms=stored([summary, *labels]),
        all_terms=stored([title, summary, *labels, text], repeats=4),
        analysis_version=ANALYSIS_VERSION,
    )


def refresh(model, pks: Iterable[int], *, at: datetime | None = None) -> None:
    """Write the documents of the objects of ``model`` with ``pks`` anew; what is not public loses its own.

    What the database holds counts, so a draft that is not published changes nothing, and a document that
    stays the same gets no new version.
    """
    at = at or timezone.now()
    lexicon.renew()
    for chunk in _chunks(pks):
        with transaction.atomic():
            counter = storing.lock()  # before the objects are read: what others changed is then committed
            storing.store(counter, build(model, chunk, at), _rows(model, chunk), at=at)


def forget(model, pks: Iterable[int], *, at: datetime | None = None) -> None:
    """Remove the documents of the objects of ``model`` with ``pks``. Pages of all types share their keys."""
    with transaction.atomic():
        storing.store(storing.lock(), [], _rows(model, pks), at=at or timezone.now())


def _rows(model, pks: Iterable[int]) -> QuerySet[SearchDocument]:
    kinds = PAGE_KINDS if issubclass(model, Page) else (kind_of(model),)
    return SearchDocument.objects.filter(kind__in=kinds, object_pk__in=list(pks))


def refresh_pages(pks: Iterable[int]) -> None:
    """Write the documents of pages of any type anew."""
    by_type: dict[int, list[int]] = defaultdict(list)
    for pk, type_pk in Page.objects.filter(pk__in=list(pks)).values_list("pk", "content_type"):
        by_type[type_pk].append(pk)
    known = sources.models()
    for type_pk, found in by_type.items():
        model = ContentType.objects.get_for_id(type_pk).model_class()
        if model in known:
            refresh(model, found)


def refresh_below(page: Page) -> None:
    """Write a page and all pages below it anew: it moved, changed its address, or changed who may see it."""
    refresh_pages(Page.objects.descendant_of(page, inclusive=True).values_list("pk", flat=True))
    refresh_groups()


def refresh_groups() -> None:
    """Write the documents of the working groups anew: the page that shows them gives their address."""
    refresh(WorkingGroup, WorkingGroup.objects.values_list("pk", flat=True))


def linked_to(subject) -> dict[type, list[int]]:
    """Which objects say something of a theme, audience, region, organisation, document or film."""
    found: dict[type, list[int]] = defaultdict(list)
    for model in sources.models():
        for field in model._meta.get_fields():
            is_link = field.concrete and (field.many_to_many or field.many_to_one)
            if is_link and field.related_model is type(subject):
                found[model] += model.objects.filter(**{field.name: subject.pk}).values_list("pk", flat=True)
    if isinstance(subject, Region):  # stories have the regions of their organisations
        for organisation in subject.organisations.all():
            for model, pks in linked_to(organisation).items():
                found[model] += pks
    return {model: sorted(set(pks)) for model, pks in found.items() if pks}


def refresh_linked(found: dict[type, list[int]]) -> None:
    """Write the documents that `linked_to` named anew."""
    for model, pks in found.items():
        refresh(model, pks)


def refresh_users_of(file) -> None:
    """Write anew whatever shows a document or film: its text is part of theirs."""
    refresh_linked(linked_to(file))
    holders = ReferenceIndex.get_references_to(file).values_list("base_content_type", "object_id").distinct()
    for type_pk, pk in list(holders):
        model = ContentType.objects.get_for_id(type_pk).model_class()
        if model is Page:
            refresh_pages([int(pk)])
        elif model in sources.models():
            refresh(model, [int(pk)])


def refresh_all(*, at: datetime | None = None) -> int:
    """Write every document anew, with what is kept beside them, and remove what stands for nothing public.

    Returns how many documents there are. What is right already is left alone.
    """
    at = at or timezone.now()
    for model in sources.models():
        refresh(model, sources.public(model, at).values_list("pk", flat=True), at=at)
    with transaction.atomic():
        counter = storing.lock()
        superfluous = SearchDocument.objects.filter(pk__in=[one.pk for one in _superfluous(at)])
        storing.store(counter, [], superfluous, at=at)
        storing.recount(counter)
        vocabulary.rebuild()
        full_text.rebuild()
    return counter.documents


def renew(*, at: datetime | None = None) -> bool:
    """Write every document anew when some were made by another version of the analysis; says whether so."""
    present = SearchDocument.objects.filter(is_deleted=False)
    is_due = present.exclude(analysis_version=ANALYSIS_VERSION).exists()
    if is_due:
        refresh_all(at=at)
    return is_due


def clear_tombstones(*, before: datetime) -> int:
    """Delete what has been gone since ``before`` and what no search server has to hear of; says how many.

    While a search server is configured a tombstone stays until the server knows of it.
    """
    gone = SearchDocument.objects.filter(is_deleted=True)
    if settings.ELASTICSEARCH_URL:
        gone = gone.filter(changed_at__lt=before, pushed_version__gte=F("version"))
    return gone.delete()[0]


def breaches(*, at: datetime | None = None) -> list[str]:
    """What is wrong with the search documents at ``at``, in words: missing, out of date, superfluous.

    And with what is kept beside them: the number of documents, the vocabulary, the index of the database.
    """
    at = at or timezone.now()
    lexicon.renew()
    numbers = storing.known_numbers(SearchFacet.objects.all())
    wrong = [f"superfluous: {one}" for one in _superfluous(at)]
    for model in sources.models():
        for chunk in _chunks(sources.public(model, at).values_list("pk", flat=True)):
            kept = SearchDocument.objects.filter(kind=kind_of(model), object_pk__in=chunk, is_deleted=False)
            found = {one.object_pk: one for one in kept}
            wanted = build(model, chunk, at)
            storing.mark(wanted, numbers)
            for one in wanted:
                if one.object_pk not in found:
                    wrong.append(f"missing: {one}")
                elif storing.differs(found[one.object_pk], one):
                    wrong.append(f"out of date: {one}")
    wrong += storing.breaches()
    for model, numbers in vocabulary.differences():
        wrong.append(f"{model._meta.verbose_name}: {len(numbers)} numbers are wrong, such as {min(numbers)}")
    return wrong + full_text.breaches()


def _superfluous(at: datetime) -> list[SearchDocument]:
    """Documents of what is not public; one whose time has run out is only waiting to be cleared away."""
    public: dict[str, set[int]] = defaultdict(set)
    for model in sources.models():
        public[kind_of(model)] |= set(sources.public(model, at).values_list("pk", flat=True))
    documents = SearchDocument.objects.visible(at).only("kind", "object_pk")
    return [one for one in documents if one.object_pk not in public[one.kind]]


def _chunks(pks: Iterable[int]) -> Iterator[list[int]]:
    pks = sorted(pks)
    for start in range(0, len(pks), CHUNK):
        yield pks[start : start + CHUNK]
