"""Counts of a training's people in queries, and what a card says with them."""

from datetime import datetime

from django.db import models
from django.db.models import Count, Func, OuterRef, Subquery
from django.db.models.functions import Coalesce

from cms.cards import moment
from network.availability import availability, deadline_in_words, seats_in_words
from network.choices import WORD_BY_FORM, RegistrationStatus, TrainingForm, TrainingKind
from network.models.registrations import Registration


class People(Func):
    """How many registrations of a training have ``status``, in a query of trainings.

    The subquery is made when a query takes it up: models cannot be asked while they are being loaded.
    """

    output_field = models.IntegerField()

    def __init__(self, status: RegistrationStatus):
        super().__init__()
        self.status = status

    def resolve_expression(self, *args, **kwargs):
        counted = (
            Registration.objects.filter(event=OuterRef("pk"), status=self.status)
            .order_by()
            .values("event")
            .annotate(number=Count("*"))
            .values("number")
        )
        return Coalesce(Subquery(counted), 0).resolve_expression(*args, **kwargs)


SEATS_TAKEN = People(RegistrationStatus.CONFIRMED)
PEOPLE_WAITING = People(RegistrationStatus.WAITING)


def finish_card(meta: dict, at: datetime) -> dict:
    """Turn the raw values of a training's card into times, labels and what can be done now."""
    starts_at, ends_at = moment(meta["starts_at"]), moment(meta["ends_at"])
    free = availability(
        starts_at=starts_at,
        opens_at=moment(meta["opens_at"]),
        closes_at=moment(meta["closes_at"]),
        capacity=meta["capacity"],
        taken=meta["taken"],
        waiting=0 if meta["shares"] else meta["waiting"],
        has_waiting_list=meta["has_waiting_list"],
        is_cancelled=bool(meta["cancelled_at"]),
        at=at,
    )
    return {
        "starts_at": starts_at,
        "ends_at": ends_at,
        "place": meta["place"] or "",
        "form": WORD_BY_FORM[meta["form"]],
        "form_label": TrainingForm(meta["form"]).label,
        "kind_label": TrainingKind(meta["kind"]).label,
        "availability": free,
        "state": free.state.value,
        "state_label": seats_in_words(free),
        "deadline": deadline_in_words(moment(meta["closes_at"]), at) if free.is_open else "",
        "seats_left": free.seats_left,
    }
