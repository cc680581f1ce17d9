from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from cms.frame import base_url
from network import calendars
from network.listings import feed_of_trainings
from network.models import TrainingEvent, TrainingSession


def trainings_calendar(request):
    """The feed to subscribe to, with the filters of the listing."""
    trainings = list(feed_of_trainings(request.GET, request.visit.at))
    return _answer(request, trainings, name=_("Trainings"))


def training_calendar(request, slug):
    """One training with all its sessions, to add to a calendar."""
    public = TrainingEvent.objects.visible(request.visit.at).select_related("venue")
    training = get_object_or_404(public, slug=slug)
    response = _answer(request, [training], name=training.title)
    response["Content-Disposition"] = f'attachment; filename="{training.slug}.ics"'
    return response


def _answer(request, trainings, *, name):
    sessions = TrainingSession.objects.filter(event__in=[training.pk for training in trainings])
    text = calendars.training_calendar(trainings, sessions, name=name, base_url=base_url(request.visit))
    return HttpResponse(text, content_type="text/calendar; charset=utf-8")
