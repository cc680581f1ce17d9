"""The frame of these screens: where one is, and the way to the others."""

from __future__ import annotations

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from network.models import TrainingEvent


def tabs(event: TrainingEvent, current: str) -> list[dict]:
    """The screens and papers of a training, the one that is open marked."""
    known = [
        ("organiser_attendance", _("Attendance")),
        ("organiser_scan_code", _("Code to scan")),
        ("organiser_certificates", _("Certificates")),
        ("organiser_evaluation", _("Evaluation")),
        ("organiser_attendance_list", _("Attendance list (PDF)")),
        *([("organiser_needs_sheet", _("Needs (PDF)"))] if asks_needs(event) else []),
    ]
    return [
        {"url": reverse(name, args=[event.pk]), "label": label, "is_current": name == current}
        for name, label in known
    ]


def asks_needs(event: TrainingEvent) -> bool:
    return event.asks_access_needs or event.asks_dietary_needs


def screen(request, template: str, event: TrainingEvent, title: str, status: int = 200, **values):
    """Show ``template`` with its place in /cms/ above it; never kept by a browser or a proxy."""
    viewset = event.snippet_viewset
    trail = [
        {"url": reverse(viewset.get_url_name("list")), "label": _("Trainings")},
        {"url": reverse(viewset.get_url_name("edit"), args=[event.pk]), "label": event.title},
        {"url": "", "label": title},
    ]
    values = {
        "event": event,
        "breadcrumbs_items": trail,
        "header_title": title,
        "page_title": title,
        "header_icon": "group",
        "tabs": tabs(event, request.resolver_match.url_name),
        **values,
    }
    response = render(request, f"network/organiser_after/{template}.html", values, status=status)
    response["Cache-Control"] = "no-store"
    return response
