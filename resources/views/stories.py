"""What the pages of stories and guides show besides their own fields. All of it comes with the references."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.functional import SimpleLazyObject

from cms.blocks.media import EmbedValue
from cms.contents import reading_minutes, table_of_contents
from cms.glossary import ask_for_text
from cms.models import SiteDocument, SiteImage, SiteMedia
from cms.page_context import page_context
from cms.transcripts import transcript_parts
from network.models import Organisation, Person
from network.referencables import PersonShown, build_person, person_data
from resources.forms import ReleaseForm
from resources.models import (
    AnimationPage,
    EarlierEdition,
    GoodPracticePage,
    GuidePage,
    Interviewee,
    InterviewPage,
    NewsPage,
    StoryPage,
)
from resources.related import related_to


def story(page: StoryPage, request) -> dict:
    """What every story shows: organisations, table of contents, reading time, related items."""
    return {
        "organisations": organisations(page, request),
        "contents": table_of_contents(page.body),
        "reading_minutes": reading_minutes(page.standfirst, page.body.raw_data),
        "related": related_to(page, request),
    }


def organisations(page: StoryPage, request) -> list:
    """The public organisations of a story, by name."""
    references = request.visit.references
    if is_preview(request):
        ticked = [one.pk for one in page.organisations.all()]
        asked = references.want_public("organisations", Organisation, ticked)
    else:
        asked = references.want_linked("organisations", page, "organisations")
    return SimpleLazyObject(lambda: sorted(asked, key=lambda one: one.name))


def is_preview(request) -> bool:
    return getattr(request, "is_preview", False)


@page_context(NewsPage)
def news(page, request):
    return story(page, request)


# --- Interviews -------------------------------------------------------------------------------------------


@page_context(InterviewPage)
def interview(page, request):
    portrait = request.visit.references.want(SiteImage, page.portrait_id) if page.portrait_id else None
    return {**story(page, request), "portrait": portrait, "interviewees": interviewees(page, request)}


def interviewees(page: InterviewPage, request) -> list[PersonShown]:
    """Who is interviewed, in the editor's order; a person without consent is not named."""
    references = request.visit.references
    if is_preview(request):
        return [shown for one in page.interviewees.all() if (shown := _interviewee_of_draft(one, references))]
    asked = references.want_rows(
        "interviewees", _interviewees, _build_interviewee, at=request.visit.at, pk=page.pk
    )
    return SimpleLazyObject(lambda: [shown for _position, shown in sorted(asked, key=lambda one: one[0])])


def _interviewees(at: datetime, pk: int) -> tuple[QuerySet, dict]:
    agreed = Person.objects.with_consent(timezone.localdate(at)).values("pk")
    shown = Interviewee.objects.filter(Q(person=None) | Q(person__in=agreed), page=pk)
    return shown, {
        **person_data(at, "person__"),
        "typed_name": F("name"),
        "typed_role": F("role"),
        "position": F("sort_order"),
    }


def _build_interviewee(pk: int, data: dict) -> tuple[tuple[int, int], PersonShown]:
    """Sort key and person; a role that was typed for this interview goes before the person's own."""
    name, role, position = data.pop("typed_name"), data.pop("typed_role"), data.pop("position")
    data["name"] = data["name"] or name
    data["role"] = role or data["role"] or ""
    return (position or 0, pk), build_person(pk, {**data, "email": "", "phone": ""})


def _interviewee_of_draft(interviewee, references) -> PersonShown | None:
    if not interviewee.person_id:
        return PersonShown(0, interviewee.name, interviewee.role, "", "", "", None)
    person = references.get(Person, interviewee.person_id)
    if person and interviewee.role:
        return PersonShown(
            person.pk, person.name, interviewee.role, person.organisation_name, "", "", person.picture
        )
    return person


# --- Animations -------------------------------------------------------------------------------------------


@page_context(AnimationPage)
def animation(page, request):
    context = story(page, request)
    film = request.visit.references.want(SiteMedia, page.video_id) if page.video_id else None
    context["film"] = film
    context["transcript"] = SimpleLazyObject(
        lambda: film.transcript_parts if film else transcript_parts(page.embed_transcript)
    )
    if page.embed_url:
        poster = (
            request.visit.references.want(SiteImage, page.listing_image_id) if page.listing_image_id else None
        )
        context["embed"] = EmbedValue(None, {"url": page.embed_url, "title": page.title, "poster": poster})
    return context


# --- Good practices ---------------------------------------------------------------------------------------


@page_context(GoodPracticePage)
def good_practice(page, request):
    answers = [
        (page._meta.get_field(name).verbose_name, getattr(page, name))
        for name in ("what_it_brings", "what_others_learn", "why_good_example")
    ]
    for _question, answer in answers:
        ask_for_text(answer)
    minutes = reading_minutes(page.standfirst, page.body.raw_data, *(answer for _question, answer in answers))
    return {**story(page, request), "answers": answers, "reading_minutes": minutes}


# --- Guides -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class EditionShown:
    """A version of a guide that was replaced; its own page is at ``url``."""

    pk: int
    edition: str
    published_on: date
    change_note: str
    url: str


@page_context(GuidePage)
def guide(page, request):
    references = request.visit.references
    return {
        **story(page, request),
        "document": references.want(SiteDocument, page.document_id) if page.document_id else None,
        "editions": earlier_editions(page, request),
        "form": ReleaseForm() if page.is_in_the_making else None,
        "has_checklist": any(
            block.block_type == "steps" and block.value["kind"] == "checklist" for block in page.body
        ),
    }


def earlier_editions(page: GuidePage, request) -> list[EditionShown]:
    """The versions that were replaced, latest first."""

    def build(pk, data):
        url = reverse("resources:edition", args=[page.slug, pk])
        return EditionShown(pk, data["edition"], parse_date(data["on"]), data["note"], url)

    if is_preview(request):
        editions = [
            EditionShown(one.pk or 0, one.edition, one.published_on, one.change_note, "#")
            for one in page.earlier_editions.all()
        ]
        return sorted(editions, key=lambda one: one.published_on, reverse=True)
    asked = request.visit.references.want_rows("earlier-editions", _editions, build, pk=page.pk)
    return SimpleLazyObject(lambda: sorted(asked, key=lambda one: (one.published_on, one.pk), reverse=True))


def _editions(pk: int) -> tuple[QuerySet, dict]:
    data = {"edition": F("edition"), "on": F("published_on"), "note": F("change_note")}
    return EarlierEdition.objects.filter(page=pk), data
