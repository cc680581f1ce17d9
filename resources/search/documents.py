"""Keep the search documents equal to what is public. Each rule joins the transaction of the change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone, translation
from wagtail.models import Page, ReferenceIndex

from cms.visit import visiting
from network.models import Region
from resources.models import SearchDocument
from resources.search import sources
from resources.search.analysis import ANALYSIS_VERSION, spoken, stored
from resources.search.kinds import PAGE_KINDS, kind_of

CHUNK = 100  # objects read and written at a time
TITLE_LENGTH = SearchDocument._meta.get_field("title").max_length
CONTENT = [
    field.name
    for field in SearchDocument._meta.concrete_fields
    if field.name not in ("id", "kind", "object_pk")
]


def build(model, pks: Iterable[int], at: datetime) -> list[SearchDocument]:
    """The documents, not stored, of the objects with ``pks`` that are public at the aware datetime ``at``."""
    pks = list(pks)
    subjects = list(sources.public(model, at).filter(pk__in=pks))
    related = sources.related_to(model, [subject.pk for subject in subjects], at)
    # Outside a visit blocks hold the real documents and films; the labels are those of the site's language.
    with visiting(None), translation.override(settings.LANGUAGE_CODE):
        return [_document(sources.values(model, one, at, related[one.pk])) for one in subjects]


def _document(found: dict) -> SearchDocument:
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

    What the database holds counts, so a draft that is not published changes nothing.
    """
    at = at or timezone.now()
    for chunk in _chunks(pks):
        with transaction.atomic():
            documents = build(model, chunk, at)
            SearchDocument.objects.bulk_create(
                documents,
                update_conflicts=True,
                unique_fields=["kind", "object_pk"],
                update_fields=CONTENT,
            )
            forget(model, set(chunk) - {document.object_pk for document in documents})


def forget(model, pks: Iterable[int]) -> None:
    """Remove the documents of the objects of ``model`` with ``pks``. Pages of all types share their keys."""
    kinds = PAGE_KINDS if issubclass(model, Page) else (kind_of(model),)
    SearchDocument.objects.filter(kind__in=kinds, object_pk__in=list(pks)).delete()


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
    """Write every document anew and remove what stands for nothing public; returns how many there are."""
    at = at or timezone.now()
    for model in sources.models():
        refresh(model, sources.public(model, at).values_list("pk", flat=True), at=at)
    with transaction.atomic():
        SearchDocument.objects.filter(pk__in=[one.pk for one in _superfluous(at)]).delete()
    return SearchDocument.objects.count()


def breaches(*, at: datetime | None = None) -> list[str]:
    """What is wrong with the search documents at ``at``, in words: missing, out of date, superfluous."""
    at = at or timezone.now()
    wrong = [f"superfluous: {one}" for one in _superfluous(at)]
    for model in sources.models():
        for chunk in _chunks(sources.public(model, at).values_list("pk", flat=True)):
            kept = SearchDocument.objects.filter(kind=kind_of(model), object_pk__in=chunk)
            found = {one.object_pk: one for one in kept}
            for wanted in build(model, chunk, at):
                one = found.get(wanted.object_pk)
                if one is None:
                    wrong.append(f"missing: {wanted}")
                elif any(getattr(one, name) != getattr(wanted, name) for name in CONTENT):
                    wrong.append(f"out of date: {wanted}")
    return wrong


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
