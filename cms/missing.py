"""What is missing on the site: checks of every app, for the dashboard and for the report "nakijken".

A check is a function of a user that gives what this user can mend; it costs a fixed number of queries.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.permissions import policy_registry

from cms.dashboard import COUNTED, editable_pages
from cms.models import SiteImage
from cms.overdue import overdue_pages

CONSENT_DAYS = 30  # how long before it ends a consent is announced


@dataclass(frozen=True)
class Found:
    title: str
    url: str
    detail: str = ""


@dataclass(frozen=True)
class Check:
    """``key``: its place in the report; ``advice``: how to mend it; ``find``: what a user can mend."""

    key: str
    label: str | Promise
    advice: str | Promise
    order: int
    find: Callable[[object], list[Found]]


_CHECKS: dict[str, Check] = {}


def check(key: str, label, advice, *, order: int):
    """Decorator of a function that takes a user and gives at most ``COUNTED`` + 1 things to mend."""

    def register(find):
        _CHECKS[key] = Check(key, label, advice, order, find)
        return find

    return register


def checks() -> list[Check]:
    return sorted(_CHECKS.values(), key=lambda one: one.order)


def in_words(day) -> str:
    return date_format(day, "j F Y")


def ended_or_until(day) -> str:
    """When the consent ended or ends, in words."""
    words = _("consent ended on %(on)s") if day < timezone.localdate() else _("consent until %(on)s")
    return words % {"on": in_words(day)}


def images_of(user):
    return policy_registry.get_by_type(SiteImage).instances_user_has_any_permission_for(
        user, ["change", "add"]
    )


def _as_found(images, detail=lambda image: "") -> list[Found]:
    return [
        Found(image.title, reverse("wagtailimages:edit", args=[image.pk]), detail(image))
        for image in images.only("pk", "title", "consent_until").distinct()[: COUNTED + 1]
    ]


@check(
    "images-without-text",
    gettext_lazy("Images without alternative text"),
    gettext_lazy("Describe in one sentence what can be seen, or mark the image as decorative."),
    order=10,
)
def images_without_text(user):
    return _as_found(images_of(user).filter(description="", is_decorative=False).order_by("title", "pk"))


@check(
    "consent-of-images",
    gettext_lazy("Images whose consent has ended or ends soon"),
    gettext_lazy("Ask the people again and enter the new date, or choose another image on the page."),
    order=20,
)
def images_with_ending_consent(user):
    last = timezone.localdate() + timedelta(days=CONSENT_DAYS)
    images = images_of(user).filter(Q(consent_until__lte=last)).order_by("consent_until", "title")
    return _as_found(images, lambda image: ended_or_until(image.consent_until))


@check(
    "past-review",
    gettext_lazy("Pages to be read again"),
    gettext_lazy("Read the page, mend what is no longer right, and choose a new date."),
    order=30,
)
def pages_past_review(user):
    pages = overdue_pages(timezone.localdate(), limit=COUNTED + 1, pages=editable_pages(user))
    return [
        Found(
            page.title,
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            _("%(kind)s, kept by %(keeper)s, to be read on %(on)s")
            % {"kind": page.kind, "keeper": page.keeper or _("nobody"), "on": in_words(page.review_on)},
        )
        for page in pages
    ]
