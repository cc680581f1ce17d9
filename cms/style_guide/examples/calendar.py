"""A month of trainings."""

from __future__ import annotations

from calendar import Calendar

from cms.style_guide.model import Example, Group
from cms.style_guide.values import COMPOUND, HERE, LONG_TITLE, link, moment

TODAY = 13
STATES = {
    "open": "Nog 6 plaatsen",
    "few": "Nog 1 plaats",
    "waiting-list": "Vol, de wachtlijst is open",
    "full": "Vol",
    "not-yet-open": "Je kunt je nog niet aanmelden",
    "closed": "Aanmelding gesloten",
    "cancelled": "Geannuleerd",
    "past": "Deze training is geweest",
}


def meeting(day: int, title: str = "Coachend begeleiden", *, state: str = "open", hour: int = 13, **changed):
    """A meeting in January 2027, with its day."""
    plain = {
        "title": title,
        "url": HERE,
        "colour": "ochre",
        "starts_at": moment(2027, 1, day, hour),
        "part": "",
        "state": state,
        "state_label": STATES[state],
    }
    return day, plain | changed


def month(*meetings, **changed) -> dict:
    """January 2027 with ``meetings`` on their days."""

    def square(day) -> dict:
        inside = day.month == 1
        return {
            "date": day,
            "is_in_month": inside,
            "is_today": inside and day.day == TODAY,
            "meetings": [one for on, one in meetings if inside and on == day.day],
        }

    weeks = Calendar().monthdatescalendar(2027, 1)
    plain = {
        "title": "januari 2027",
        "previous": link("december 2026"),
        "next": link("februari 2027"),
        "is_empty": not meetings,
        "weeks": [[square(day) for day in week] for week in weeks],
    }
    return {"month": plain | changed}


def usual() -> list:
    """Two trainings, of which one has three parts, and two meetings."""
    days = enumerate((14, 21, 28), start=1)
    parts = [meeting(day, part=f"Deel {at} van 3", colour="coral") for at, day in days]
    return [
        meeting(7, "Praktijkonderwijsbijeenkomst", colour="teal", state="past"),
        *parts,
        meeting(19, "Vragen stellen in plaats van voordoen", state="few", hour=9),
        meeting(28, "Terugkijken op de stageweek", colour="plum", hour=19),
    ]


def group() -> Group:
    of_one_day = [
        meeting(20, f"Workshop {at}", state=state, hour=8 + at, colour=colour)
        for at, (state, colour) in enumerate(zip(STATES, ("coral", "teal", "ochre", "plum") * 2, strict=True))
    ]
    return Group(
        "Agenda",
        [
            Example(
                "components/month",
                "Een maand met wat er elke dag is. Op een telefoon is het een lijst van dagen.",
                {
                    "Een gewone maand": month(*usual()),
                    "Een training": {**month(meeting(14)), "heading_level": 3},
                    "Lege maand": month(),
                    "Veel op een dag": month(*usual(), *of_one_day),
                    "Vol, geannuleerd en geweest": month(
                        meeting(5, state="past"),
                        meeting(14, state="full"),
                        meeting(19, state="cancelled"),
                        meeting(21, state="waiting-list"),
                        meeting(26, state="closed"),
                        meeting(28, state="not-yet-open"),
                    ),
                    "Vandaag en in het weekend": month(meeting(TODAY), meeting(16), meeting(31)),
                    "Lange titels": month(
                        meeting(14, LONG_TITLE),
                        meeting(15, COMPOUND, state="waiting-list", part="Deel 1 van 12"),
                    ),
                    "Eerste maand": month(meeting(14), previous=None),
                    "Enige maand": month(meeting(14), previous=None, next=None),
                },
            ),
        ],
    )
