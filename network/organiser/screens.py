"""The frame of the organiser's screens: where one is, and the answers that every screen gives."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from network.models import TrainingEvent

REGISTRATIONS = "organiser_registrations"


def list_url(event: TrainingEvent) -> str:
    return reverse(REGISTRATIONS, args=[event.pk])


def trainings_url() -> str:
    return reverse(TrainingEvent.snippet_viewset.get_url_name("list"))


def edit_url(event: TrainingEvent) -> str:
    return reverse(event.snippet_viewset.get_url_name("edit"), args=[event.pk])


def screen(request, template: str, event: TrainingEvent | None, title: str, status: int = 200, **values):
    """Show ``template`` with its place in /cms/ above it; never kept by a browser or a proxy.

    ``event`` is None for what is about all trainings.
    """
    trail = [{"url": trainings_url(), "label": _("Trainings")}]
    if event:
        trail.append({"url": edit_url(event), "label": event.title})
        trail.append({"url": list_url(event), "label": _("Registrations")})
    if title != _("Registrations"):
        trail.append({"url": "", "label": title})
    values = {
        "event": event,
        "breadcrumbs_items": trail,
        "header_title": title,
        "page_title": title,
        "header_icon": "group",
        **values,
    }
    response = render(request, f"network/organiser/{template}.html", values, status=status)
    response["Cache-Control"] = "no-store"
    return response


def back_to_list(event: TrainingEvent) -> HttpResponse:
    return redirect(list_url(event))
