"""The list of registrations: what is asked for in the address, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Case, IntegerField, Q, Value, When
from django.utils.translation import gettext_lazy as _

from network.choices import RegistrationStatus
from network.models import Registration, TrainingEvent

A_PAGE = 100
BY_STATUS = Case(
    When(status=RegistrationStatus.CONFIRMED, then=Value(0)),
    When(status=RegistrationStatus.WAITING, then=Value(1)),
    default=Value(2),
    output_field=IntegerField(),
)
IN_ORDER = ["by_status", "sequence", "pk"]
SORTS = {
    "naam": ["name"],
    "organisatie": ["organisation__name", "organisation_name"],
    "functie": ["role"],
    "status": ["by_status"],
    "aangemeld": ["created_at"],
}
COLUMNS = [
    ("naam", _("Person")),
    ("organisatie", _("Organisation")),
    ("functie", _("Role")),
    ("status", _("Status")),
    ("aangemeld", _("Registered on")),
]


@dataclass(frozen=True, slots=True)
class Heading:
    label: str
    address: str
    direction: str  # ascending, descending or none


def find(event: TrainingEvent, chosen: dict):
    """The registrations of ``event`` by the cleaned values of `FilterForm`."""
    people = Registration.objects.filter(event=event).annotate(by_status=BY_STATUS).with_position()
    people = people.select_related("organisation", "registered_by")
    if words := chosen.get("zoek"):
        people = people.filter(
            Q(name__icontains=words) | Q(email__icontains=words) | Q(reference__iexact=words)
        )
    if status := chosen.get("status"):
        people = people.filter(status=status)
    if organisation := chosen.get("organisatie"):
        people = people.filter(organisation=organisation)
    if role := chosen.get("functie"):
        people = people.filter(role=role)
    return people


def in_order(people, sort: str):
    """``people`` by a word of `SORTS`, with a minus for the other way; other words: as places are given."""
    fields = SORTS.get(sort.removeprefix("-"), [])
    sign = "-" if sort.startswith("-") else ""
    return people.order_by(*(sign + field for field in fields), *IN_ORDER)


def page_of(people, number) -> Page:
    return Paginator(people, A_PAGE).get_page(number)


def headings(query: dict, sort: str) -> list[Heading]:
    """The sortable columns; a second click turns the order around."""
    found = []
    for word, label in COLUMNS:
        wanted = f"-{word}" if sort == word else word
        direction = {word: "ascending", f"-{word}": "descending"}.get(sort, "none")
        found.append(Heading(label, "?" + urlencode({**query, "sorteer": wanted}), direction))
    return found
