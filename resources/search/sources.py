"""What search stores of each kind of object: words, filters, date, and until when it is public."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache

from django.apps import apps
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import Page

from cms.models import BasePage, PageTag, Theme
from cms.visit import page_path
from network.models import Organisation, TrainingEvent, WorkingGroup
from resources.models import AnimationPage, GuidePage, InterviewPage, NewsPage
from resources.search.kinds import BY_NAME, kind_of
from resources.search.texts import document_texts, joined, page_texts, rich_text, stream_texts

RELATIONS = ("themes", "audiences", "organisations", "co_organisers", "materials")
READ_OF_MATERIAL = 600  # characters of a document that belongs to a training
FRONT_PAGE_DEPTH = 2  # front pages lead to everything and are no answer to anything
Related = dict[str, list]


@dataclass
class Description:
    """An object as search sees it. ``labels`` are found like the summary, but not shown as text."""

    title: str
    path: str
    summary: str = ""
    labels: list[str] = field(default_factory=list)
    texts: Iterable[str] = ()
    regions: list = field(default_factory=list)
    organisations: list[Organisation] = field(default_factory=list)
    dated_on: date | None = None
    visible_until: datetime | None = None


@cache
def models() -> list[type]:
    """Every model that search knows; asked for once all apps are loaded."""
    pages = [model for model in apps.get_models() if issubclass(model, BasePage)]
    return [*pages, TrainingEvent, Organisation, Theme, WorkingGroup]


def public(model, at: datetime) -> QuerySet:
    """The objects of ``model`` that everybody may see at ``at``."""
    if model is Theme:
        return Theme.objects.order_by("pk")
    if model is WorkingGroup:
        groups = WorkingGroup.objects.select_related("theme").order_by("pk")
        return groups if groups_page(at) else groups.none()
    rows = model.objects.visible(at).order_by("pk")
    if issubclass(model, Page):
        return rows.filter(depth__gt=FRONT_PAGE_DEPTH)
    return rows.select_related("region", *(["host__region", "venue"] if model is TrainingEvent else []))


def groups_page(at: datetime) -> Page | None:
    """The page that shows all working groups, when everybody may see it at ``at``."""
    return apps.get_model("home.GroupsPage").objects.visible(at).order_by("pk").first()


def related_to(model, pks: list[int], at: datetime) -> dict[int, Related]:
    """What the objects with ``pks`` are linked to, by the name of the relation; one query for each."""
    found: dict[int, Related] = defaultdict(lambda: defaultdict(list))
    if model is WorkingGroup and pks:
        page = groups_page(at)
        return defaultdict(lambda: {"page": [page]})
    names = {one.name for one in model._meta.many_to_many}
    for name in RELATIONS:
        if name in names:
            for pk, other in linked_rows(model, name, pks, at):
                found[pk][name].append(other)
    if issubclass(model, Page):
        for tagged in PageTag.objects.filter(content_object__in=pks).select_related("tag").order_by("pk"):
            found[tagged.content_object_id]["tags"].append(tagged.tag)
    return found


def link_columns(model, name: str) -> tuple[type, str, str]:
    """The table of a many-to-many relation and its columns for the object and for what it is linked to."""
    relation = model._meta.get_field(name)
    return relation.remote_field.through, relation.m2m_field_name(), relation.m2m_reverse_field_name()


def linked_rows(model, name: str, pks: list[int], at: datetime) -> Iterable[tuple[int, object]]:
    table, own, other = link_columns(model, name)
    rows = table.objects.filter(**{f"{own}__in": pks}).select_related(other).order_by("pk")
    if model._meta.get_field(name).related_model is Organisation:
        rows = rows.filter(**{f"{other}__in": Organisation.objects.visible(at)})
        rows = rows.select_related(f"{other}__region")
    return [(getattr(row, f"{own}_id"), getattr(row, other)) for row in rows]


def describe(subject, related: Related) -> Description:
    """The description of one object; ``related`` is what `related_to` found for it."""
    if isinstance(subject, Theme):
        return describe_theme(subject)
    if isinstance(subject, Organisation):
        return describe_organisation(subject)
    if isinstance(subject, WorkingGroup):
        return describe_group(subject, related)
    if isinstance(subject, TrainingEvent):
        return describe_training(subject, related)
    return describe_page(subject, related)


def describe_theme(theme: Theme) -> Description:
    return Description(
        title=theme.title,
        path=theme.get_absolute_url(),
        summary=theme.summary,
        texts=[rich_text(theme.description)],
    )


def describe_organisation(organisation: Organisation) -> Description:
    return Description(
        title=organisation.name,
        path=organisation.get_absolute_url(),
        summary=organisation.summary,
        labels=[
            organisation.place,
            str(organisation.get_kind_display()),
            organisation.region.name,
            # Only that there is one: whether the name may be shown can change any day.
            *([str(Organisation._meta.get_field("contact").verbose_name)] if organisation.contact_id else []),
        ],
        texts=[rich_text(organisation.description)],
        regions=[organisation.region],
        organisations=[organisation],
        visible_until=organisation.expire_at,
    )


def describe_group(group: WorkingGroup, related: Related) -> Description:
    """The group as its place on the page of all groups shows it; who sits in it is left to that page."""
    [page] = related["page"]
    return Description(
        title=group.title,
        path=f"{page_path(page.url_path)}#group-{group.pk}",
        summary=group.purpose,
        labels=[str(group.get_kind_display()), *([group.theme.title] if group.theme else [])],
        visible_until=page.expire_at,
    )


def describe_training(event: TrainingEvent, related: Related) -> Description:
    hosts = [event.host] if event.host.live else []
    organisations = hosts + [one for one in related["co_organisers"] if one not in hosts]
    place = [event.venue.name, event.venue.place] if event.venue else []
    texts = [*stream_texts(event.body), event.learning_goals]
    for document in related["materials"]:
        # The beginning says what it is about; with all of it, every word of a guide would find the training.
        texts += [text[:READ_OF_MATERIAL] for text in document_texts(document)]
    return Description(
        title=event.title,
        path=event.get_absolute_url(),
        summary=event.summary,
        labels=[
            str(event.get_kind_display()),
            str(event.get_form_display()),
            event.region.name,
            *place,
            date_format(timezone.localtime(event.starts_at), "F Y"),  # "training in januari"
        ],
        texts=texts,
        regions=[event.region],
        organisations=organisations,
        dated_on=timezone.localdate(event.starts_at),
        visible_until=event.expire_at,
    )


def describe_page(page, related: Related) -> Description:
    labels, texts = [], list(page_texts(page))
    if isinstance(page, GuidePage):
        labels.append(str(page.get_kind_display()))
        texts += document_texts(page.document)
    elif isinstance(page, AnimationPage):
        texts.append(page.video.transcript if page.video else page.embed_transcript)
    elif isinstance(page, InterviewPage):
        # Names of people in the list are left out: their consent may end at any moment.
        texts += [f"{who.name} {who.role}" for who in page.interviewees.all()]
    elif isinstance(page, NewsPage):
        labels.append(date_format(page.published_on, "F Y"))  # "nieuws in oktober"
    organisations = related["organisations"]
    return Description(
        title=page.title,
        path=page.url_path,
        summary=page.standfirst,
        labels=labels,
        texts=texts,
        regions=[one.region for one in organisations],
        organisations=organisations,
        dated_on=getattr(page, "published_on", None),
        visible_until=page.expire_at,
    )


def values(model, subject, at: datetime, related: Related) -> dict:
    """The readable columns of the search document of ``subject``, with the labels beside them."""
    described = describe(subject, related)
    themes = [subject] if model is Theme else related.get("themes", [])
    if model is WorkingGroup and subject.theme:
        themes = [subject.theme]
    kind = kind_of(model)
    facets = {
        "soort": [BY_NAME[kind].word],
        "thema": [theme.slug for theme in themes],
        "organisatie": [one.slug for one in described.organisations],
        "regio": [region.slug for region in described.regions],
        "jaar": [str(described.dated_on.year)] if described.dated_on else [],
        "doelgroep": [audience.slug for audience in related.get("audiences", [])],
    }
    labels = [
        *described.labels,
        str(BY_NAME[kind].one),
        *(theme.title for theme in themes if theme is not subject),
        *(one.name for one in described.organisations if one is not subject),
        *(audience.title for audience in related.get("audiences", [])),
        *(tag.name for tag in related.get("tags", [])),
    ]
    return {
        "kind": kind,
        "object_pk": subject.pk,
        "title": described.title,
        "path": described.path,
        "summary": described.summary,
        "text": joined(described.texts),
        "labels": labels,
        "facets": {name: sorted(set(found)) for name, found in facets.items() if found},
        "dated_on": described.dated_on,
        "visible_until": described.visible_until,
    }
