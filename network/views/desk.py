from django.shortcuts import render
from django.urls import reverse

from network.choices import AccessKind, RegistrationState
from network.desk_access import coordinator_required
from network.desk_people import Party, parties
from network.listings import PAST, WHEN
from network.models import TrainingEvent
from network.organiser.access import note_access

MOST_TRAININGS = 20


def no_organisation(request):
    """For who is logged in and acts for no organisation: whom to ask."""
    return render(request, "network/desk/no_organisation.html")


@coordinator_required(otherwise=no_organisation)
def desk(request):
    """The coming trainings with the places left and the own people, and who goes where, the past too."""
    at = request.visit.at
    coming = TrainingEvent.objects.visible(at).upcoming(at)[:MOST_TRAININGS]
    own = parties(request.organisation, at)
    note_access(request.user, None, AccessKind.LIST, sum(len(party.people) for party in own))
    own_by_training = {party.event.pk: party for party in own}
    context = {
        "organisation": request.organisation,
        "trainings": [_training(card, own_by_training.get(card.pk)) for card in coming.cards(at)],
        "to_come": [party for party in own if party.event.starts_at > at],
        "past": [party for party in reversed(own) if party.event.starts_at <= at],
        "done": request.GET.get("klaar", ""),
        "past_url": f"/trainingen/?{WHEN}={PAST}",
    }
    return render(request, "network/desk/desk.html", context)


def _training(card, own: Party | None) -> dict:
    found, slug = card.meta["availability"], card.url.strip("/").rpartition("/")[2]
    return {
        "card": card,
        "taking_part": own.taking_part if own else 0,
        "waiting": own.waiting if own else 0,
        "is_open": found.is_open,
        "has_seats": found.state == RegistrationState.OPEN,
        "register_url": reverse("network:desk_register", args=[slug]),
        "reserve_url": reverse("network:desk_reserve", args=[slug]),
    }
