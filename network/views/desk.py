from django.shortcuts import render

from network.desk_access import coordinator_required
from network.listings import PAST, WHEN
from network.models import TrainingEvent

MOST_TRAININGS = 20


def no_organisation(request):
    """For who is logged in and acts for no organisation: whom to ask."""
    return render(request, "network/desk/no_organisation.html")


@coordinator_required(otherwise=no_organisation)
def desk(request):
    """The coming trainings with their places left; the start of all that a coordinator does."""
    at = request.visit.at
    coming = TrainingEvent.objects.visible(at).upcoming(at)[:MOST_TRAININGS]
    context = {
        "organisation": request.organisation,
        "trainings": coming.cards(at),
        "past_url": f"/trainingen/?{WHEN}={PAST}",
    }
    return render(request, "network/desk/desk.html", context)
