"""Attendance of a session on a phone, the code to scan, and the papers."""

from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages

from network.attendance.listing import attendance_list, needs_sheet, participants
from network.attendance.marking import attendance_of, mark
from network.attendance.paper import qr_svg
from network.attendance.scanning import EARLY, scan_address
from network.attendance.sessions import current, sessions_of
from network.choices import AccessKind
from network.letter_facts import moment, period
from network.organiser.access import for_organisers, note_access
from network.organiser_after.attendance_form import Person, chosen_session, read_list, read_taps
from network.organiser_after.screens import screen
from network.registration.actors import organiser
from network.registration.errors import RegistrationError
from network.views.certificates import paper_answer


@for_organisers
@require_http_methods(["GET", "HEAD", "POST"])
def attendance(request, event):
    """Who is there: a form for the whole list, and taps that the script sends one by one."""
    at, sessions = timezone.now(), sessions_of(event)
    session = chosen_session(sessions, request.GET.get("sessie", ""), current(sessions, at))
    if request.method == "POST":
        return _save(request, event, session, at)
    noted = attendance_of(event, sessions)
    people = [
        Person(row.pk, str(row), about(row), noted[row.pk].get(session.number)) for row in participants(event)
    ]
    note_access(request.user, event, AccessKind.LIST, len(people))
    return screen(
        request,
        "attendance",
        event,
        _("Attendance"),
        people=people,
        number_present=sum(bool(person.is_present) for person in people),
        session=session,
        sessions=session_tabs(event, sessions, session, "organiser_attendance"),
        when=period(session.starts_at, session.ends_at),
        is_open=session.opens_at <= at,
        opens=moment(session.opens_at),
    )


def about(row) -> str:
    return ", ".join(part for part in (row.organisation_label, row.role) if part)


def session_tabs(event, sessions, chosen, name: str) -> list[dict]:
    """A link for each session; none when there is one."""
    url = reverse(name, args=[event.pk])
    return (
        [
            {
                "url": f"{url}?sessie={one.number}",
                "number": one.number,
                "starts_at": one.starts_at,
                "is_current": one == chosen,
            }
            for one in sessions
        ]
        if len(sessions) > 1
        else []
    )


def _save(request, event, session, at):
    is_tap = "tap" in request.POST
    marks = read_taps(request.POST) if is_tap else read_list(request.POST)
    try:
        changed = mark(event, session, marks, actor=organiser(request.user), at=at)
    except RegistrationError as refusal:
        if is_tap:
            return JsonResponse({"error": str(refusal.message)}, status=409)
        messages.error(request, refusal.message)
    else:
        if is_tap:
            return JsonResponse({"saved": len(marks)})
        words = ngettext("Saved: %(number)s change.", "Saved: %(number)s changes.", changed)
        messages.success(request, words % {"number": changed})
    return redirect(f"{request.path}?sessie={session.number}")


@for_organisers
@require_safe
def scan_code(request, event):
    """A large code for the screen in the room."""
    sessions = sessions_of(event)
    session = chosen_session(sessions, request.GET.get("sessie", ""), current(sessions, timezone.now()))
    address = scan_address(event, session)
    return screen(
        request,
        "scan_code",
        event,
        _("Code to scan"),
        qr=qr_svg(address, border=4),
        address=address,
        when=period(session.starts_at, session.ends_at),
        opens=moment(session.starts_at - EARLY),
        sessions=session_tabs(event, sessions, session, "organiser_scan_code"),
    )


@for_organisers
@require_safe
def list_to_sign(request, event):
    note_access(request.user, event, AccessKind.ATTENDANCE_LIST, participants(event).count())
    return paper_answer(attendance_list(event), f"presentielijst-{event.slug}.pdf")


@for_organisers
@require_safe
def needs(request, event):
    paper, people = needs_sheet(event)
    note_access(request.user, event, AccessKind.ATTENDANCE_LIST, people)
    return paper_answer(paper, f"behoeften-{event.slug}.pdf")
