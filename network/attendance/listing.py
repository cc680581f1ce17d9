"""The attendance list on paper, and the sheet with needs that only the organiser sees."""

from __future__ import annotations

from network.attendance.paper import Printed, printed
from network.attendance.sessions import sessions_of
from network.letter_facts import period, where
from network.models import Registration, TrainingEvent

EMPTY_ROWS = 4  # for who comes without being on the list


def attendance_list(event: TrainingEvent) -> Printed:
    """Everybody who takes part by name, with room to sign at each session. ``event`` comes with its venue."""
    people = participants(event).exclude(name="")
    rows = [{"name": row.name, "organisation": row.organisation_label, "role": row.role} for row in people]
    return printed("attendance_list", {**_head(event), "rows": rows, "empty_rows": range(EMPTY_ROWS)})


def needs_sheet(event: TrainingEvent) -> tuple[Printed, int]:
    """What people need to take part and what they cannot eat, and of how many people it tells."""
    people = [row for row in participants(event) if row.access_needs or row.dietary_needs]
    rows = [
        {"name": str(row), "access_needs": row.access_needs, "dietary_needs": row.dietary_needs}
        for row in people
    ]
    return printed("needs_sheet", {**_head(event), "rows": rows}), len(rows)


def participants(event: TrainingEvent):
    """Who takes part, by name."""
    people = Registration.objects.confirmed().filter(event=event, erased_at=None)
    return people.select_related("organisation").order_by("name", "pk")


def _head(event: TrainingEvent) -> dict:
    sessions = sessions_of(event)
    return {
        "title": event.title,
        "host": event.host.name,
        "place": where(event.form, event.venue.address if event.venue else ""),
        "sessions": [
            {"number": one.number, "when": period(one.starts_at, one.ends_at), "starts_at": one.starts_at}
            for one in sessions
        ],
    }
