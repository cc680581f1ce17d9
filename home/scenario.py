"""Makes exactly what a scenario file asks for: for acceptance tests only."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone
from django.utils.html import escape
from wagtail.models import Page, PageViewRestriction

from cms.models import Theme, User
from home.demo.records import publish
from home.structure import build_tree
from network.models import Coordinator, Organisation, Region, TrainingEvent, Venue
from resources.models import (
    AnimationIndexPage,
    AnimationPage,
    GuideIndexPage,
    GuidePage,
    InterviewIndexPage,
    InterviewPage,
    NewsIndexPage,
    NewsPage,
)

PAGE_TYPES = {
    "news": (NewsPage, NewsIndexPage),
    "interview": (InterviewPage, InterviewIndexPage),
    "animation": (AnimationPage, AnimationIndexPage),
    "guide": (GuidePage, GuideIndexPage),
}
STATES = ("live", "draft", "edited", "scheduled", "expired", "private")
ROLES = ("administrator", "moderator", "editor", "organiser", "coordinator")


class ScenarioError(Exception):
    """The file asks for something that does not exist; nothing was stored. The message names it."""


@transaction.atomic
def make_scenario(wanted: dict[str, Any]) -> dict[str, list[dict]]:
    """Make all that ``wanted`` lists and return ids, slugs and paths by kind. Raises ScenarioError."""
    build_tree()
    made: dict[str, list[dict]] = {
        "regions": [],
        "organisations": [],
        "users": [],
        "trainings": [],
        "pages": [],
    }
    for row in wanted.get("regions", []):
        region, _new = Region.objects.update_or_create(slug=row["slug"], defaults={"name": row["name"]})
        made["regions"].append({"id": region.pk, "slug": region.slug})
    for row in wanted.get("organisations", []):
        organisation = make_organisation(row)
        made["organisations"].append(_shown(organisation))
    for row in wanted.get("users", []):
        user = make_user(row)
        made["users"].append({"id": user.pk, "email": user.email, "role": row["role"]})
    for row in wanted.get("trainings", []):
        made["trainings"].append(_shown(make_training(row)))
    for row in wanted.get("pages", []):
        page = make_page(row)
        made["pages"].append({"id": page.pk, "slug": page.slug, "path": page.get_url() or ""})
    return made


def make_organisation(row: dict) -> Organisation:
    organisation = Organisation(
        slug=row["slug"], name=row["name"], kind=row["kind"], region=_region(row), joined_on=date(2018, 9, 1)
    )
    publish(organisation)
    return organisation


def make_user(row: dict) -> User:
    if row["role"] not in ROLES:
        raise ScenarioError(f"unknown role: {row['role']}")
    user = User.objects.create_user(row["email"], row["password"])
    user.groups.add(Group.objects.get(name=row["role"]))
    if row.get("organisation"):
        Coordinator.objects.create(user=user, organisation=_find(Organisation, row["organisation"]))
    if row.get("totp_secret"):
        TOTP.activate(user, row["totp_secret"])
    return user


def make_training(row: dict) -> TrainingEvent:
    host = _find(Organisation, row["host"])
    venue, _new = Venue.objects.get_or_create(name="Leslokaal", defaults={"place": "Tilburg"})
    event = TrainingEvent(
        slug=row["slug"],
        title=row["title"],
        summary=row.get("summary", row["title"]),
        capacity=row["capacity"],
        starts_at=_moment(row["starts_at"]),
        ends_at=_moment(row["ends_at"]),
        registration_closes_at=_moment(row.get("registration_closes_at")),
        has_waiting_list=row.get("waiting_list", True),
        seats_per_organisation=row.get("seats_per_organisation"),
        region=_find(Region, row["region"]) if row.get("region") else host.region,
        host=host,
        venue=venue,
    )
    event.themes.set(_find(Theme, slug) for slug in row.get("themes", []))
    publish(event)
    return event


def make_page(row: dict) -> Page:
    if row["type"] not in PAGE_TYPES:
        raise ScenarioError(f"unknown page type: {row['type']}")
    if row["state"] not in STATES:
        raise ScenarioError(f"unknown state: {row['state']}")
    model, index_model = PAGE_TYPES[row["type"]]
    state, now = row["state"], timezone.now()
    page = model(
        slug=row["slug"],
        title=row["title"],
        standfirst=row.get("intro", ""),
        body=[("text", f"<p>{escape(row.get('body', ''))}</p>")],
        live=False,
    )
    if row.get("published_on"):
        page.published_on = _day(row["published_on"])
    index_model.objects.get().add_child(instance=page)
    page.themes.set(_find(Theme, slug) for slug in row.get("themes", []))
    page.organisations.set(_find(Organisation, slug) for slug in row.get("organisations", []))
    if state == "scheduled":
        page.go_live_at = now + timedelta(days=7)
    revision = page.save_revision(approved_go_live_at=page.go_live_at)
    if state not in ("draft",):
        revision.publish()
    if state == "edited":
        page = page.specific_class.objects.get(pk=page.pk)
        page.title = f"{row['title']} (gewijzigd)"
        page.save_revision()
    if state == "expired":
        model.objects.filter(pk=page.pk).update(expire_at=now - timedelta(days=1))
    if state == "private":
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    return page


def _region(row: dict) -> Region:
    if row.get("region"):
        return _find(Region, row["region"])
    return Region.objects.first() or Region.objects.create(slug="midden-brabant", name="Midden-Brabant")


def _find(model, slug: str):
    found = model.objects.filter(slug=slug).first()
    if found is None:
        raise ScenarioError(f"unknown {model._meta.model_name}: {slug}")
    return found


def _moment(text: str | None) -> datetime | None:
    """Without a distance to UTC it is Dutch time. Raises ScenarioError for what is no moment."""
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except (TypeError, ValueError) as fault:
        raise ScenarioError(f"no date and time: {text}") from fault
    return moment if moment.tzinfo else timezone.make_aware(moment)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError) as fault:
        raise ScenarioError(f"no date: {text}") from fault


def _shown(record) -> dict:
    return {"id": record.pk, "slug": record.slug, "path": record.get_absolute_url()}
