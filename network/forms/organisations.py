"""The organisation of a person: one from the list by its slug, or the typed name of another one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from django import forms
from django.forms import Field
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cms.fields import OneLineField, OpenChoiceField
from network.models import Organisation

OTHER = "other"


def organisation_field(choices: Callable[[], list[tuple[str, str]]], **options) -> Field:
    """``choices`` is asked only when the field is shown: what is sent is looked up by `keys_of`."""

    def with_ends():
        return [("", _("Choose an organisation")), *choices(), (OTHER, _("Another organisation"))]

    return OpenChoiceField(
        label=capfirst(_("organisation")),
        max_length=120,
        widget=forms.Select(choices=with_ends),
        error_messages={"required": _("Choose your organisation.")},
        **options,
    )


def other_field() -> Field:
    return OneLineField(
        label=_("Name of the other organisation"),
        help_text=_("Only if your organisation is not in the list."),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )


def key_of_name(name: str, at: datetime) -> int | None:
    """The key of who takes part under this name, in capitals or not: the network knows its own."""
    taking_part = Organisation.objects.visible(at).participating(timezone.localdate(at))
    return taking_part.filter(name__iexact=" ".join(name.split())).values_list("pk", flat=True).first()


def keys_of(slugs: Iterable[str], at: datetime) -> dict[str, int]:
    """The keys of those of ``slugs`` that take part on the day of ``at``: one query, or none for none."""
    wanted = set(slugs) - {OTHER, ""}
    if not wanted:
        return {}
    taking_part = Organisation.objects.visible(at).participating(timezone.localdate(at))
    return dict(taking_part.filter(slug__in=wanted).values_list("slug", "pk"))
