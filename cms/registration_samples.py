"""Values of the mails about a registration, in every state that they have. Invented, like all samples."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.mail_sample import MailSample, address

TITLE = "Coachend begeleiden: basis"
WHEN = {"label": "Wanneer", "value": "donderdag 14 januari 2027, 13.30 – 16.30 uur"}
WHERE = {"label": "Waar", "value": "Het Laar, Voorbeeldlaan 1, 5025 AB Tilburg"}
CONFIRM_BY = "vrijdag 27 november 2026 om 14.05 uur"
NAMED_BY = "donderdag 7 januari 2027 om 12.00 uur"
HELD = _("To the coordinator who holds a place without a name.")


def facts(person: str = "Noor Jansen, Het Laar", *, when=(WHEN,), where=WHERE) -> list[dict]:
    whom = {"label": "Voor wie", "value": person}
    return [{"label": "Wat", "value": TITLE}, *when, where, whom, {"label": "Kenmerk", "value": "K7QM-2WXD"}]


def common() -> dict:
    return {
        "title": TITLE,
        "facts": facts(),
        "page_url": address("/trainingen/voorbeeld/"),
        "trainings_url": address("/trainingen/"),
        "manage_url": address("/aanmelding/voorbeeld/"),
        "is_reserved": False,
        "confirm_by": "",
        "named_by": "",
        "has_calendar": False,
        "online_url": "",
    }


def reserved() -> dict:
    return {"is_reserved": True, "named_by": NAMED_BY, "facts": facts("nog geen naam, Het Laar")}


def registration_samples() -> list[MailSample]:
    """Each mail in each state; the key says which."""
    return [*_seats(), *_waiting(), *_changes(), *_reminders(), *_endings(), *_links(), *_afterwards()]


def _sample(kind: str, variant: str, title: str | Promise, when: str | Promise, **values) -> MailSample:
    name = f"registration_{kind}"
    return MailSample(f"{name}_{variant}" if variant else name, name, title, when, {**common(), **values})


def _seats() -> Iterator[MailSample]:
    yield _sample(
        "confirmed",
        "",
        _("You take part"),
        _("To who is registered by a coordinator or organiser."),
        has_calendar=True,
    )
    yield _sample(
        "confirmed",
        "unconfirmed",
        _("You take part, but confirm it"),
        _("To who registers without logging in."),
        has_calendar=True,
        confirm_by=CONFIRM_BY,
    )
    yield _sample(
        "confirmed",
        "online",
        _("You take part online, in two parts"),
        _("To who is registered for an online training."),
        has_calendar=True,
        facts=facts(when=PARTS, where={"label": "Waar", "value": "Online"}),
        online_url="https://meet.example.org/coachen",
    )
    yield _sample("confirmed", "reserved", _("You hold a place"), HELD, **reserved())
    yield _sample(
        "promoted",
        "",
        _("A place came free: you take part"),
        _("To the first person waiting, at once."),
        has_calendar=True,
    )
    yield _sample("promoted", "reserved", _("A place came free for a colleague"), HELD, **reserved())


PARTS = (
    {"label": "Deel 1", "value": "donderdag 14 januari 2027, 13.30 – 16.30 uur"},
    {"label": "Deel 2", "value": "donderdag 11 februari 2027, 13.30 – 16.30 uur"},
)


def _waiting() -> Iterator[MailSample]:
    yield _sample(
        "waiting",
        "",
        _("You are on the waiting list"),
        _("To who is registered while there is no place."),
        position=3,
    )
    yield _sample(
        "waiting",
        "unconfirmed",
        _("You are on the waiting list, but confirm it"),
        _("To who registers without logging in."),
        position=3,
        confirm_by=CONFIRM_BY,
    )
    yield _sample("waiting", "reserved", _("A held place waits"), HELD, position=3, **reserved())


def _changes() -> Iterator[MailSample]:
    moved = {
        "reason": "De trainer is ziek. Daarom is de training een week later, op een andere plek.",
        "facts_before": [
            {"label": "Wanneer", "value": "donderdag 7 januari 2027, 13.30 – 16.30 uur"},
            {"label": "Waar", "value": "Maria-oord, Voorbeeldstraat 2, 5102 CD Dongen"},
        ],
        "has_new_link": False,
        "is_waiting": False,
        "position": None,
    }
    yield _sample(
        "changed",
        "",
        _("The training has changed"),
        _("To everybody who takes part, with the publication."),
        has_calendar=True,
        **moved,
    )
    yield _sample(
        "changed",
        "waiting",
        _("The training has changed, and you wait"),
        _("To everybody who waits, with the publication."),
        **{**moved, "is_waiting": True, "position": 2},
    )
    yield _sample(
        "changed",
        "link",
        _("The online link has changed"),
        _("To everybody who takes part, with the publication."),
        **{**moved, "reason": "", "facts_before": [], "has_new_link": True},
        online_url="https://meet.example.org/coachen-nieuw",
        has_calendar=True,
    )


def _reminders() -> Iterator[MailSample]:
    way = {
        "travel_note": "Bus 4 stopt voor de deur. Parkeren kan achter het gebouw. De zaal is op de eerste "
        "verdieping, er is een lift.",
        "materials": [{"title": "Werkblad: een leervraag", "url": address("/documents/1/werkblad.pdf")}],
    }
    yield _sample(
        "reminder",
        "week",
        _("In seven days"),
        _("To who takes part, seven days before at nine o'clock."),
        days_left=7,
        **way,
    )
    yield _sample(
        "reminder",
        "day",
        _("Tomorrow"),
        _("To who takes part, the day before at nine o'clock."),
        days_left=1,
        online_url="https://meet.example.org/coachen",
        **way,
    )
    yield _sample(
        "reminder",
        "reserved",
        _("In seven days, and no name yet"),
        HELD,
        days_left=7,
        travel_note="",
        materials=[],
        **reserved(),
    )


def _endings() -> Iterator[MailSample]:
    ended = {"reason": "", "had_seat": True, "manage_url": ""}
    for cause, title, when, values in (
        ("cancelled", _("Cancelled"), _("To who cancels, or is cancelled."), {"has_calendar": True}),
        (
            "cancelled_reason",
            _("Cancelled by the organiser"),
            _("To who is cancelled with a reason."),
            {"has_calendar": True, "reason": "De training is alleen voor werkbegeleiders."},
        ),
        ("cancelled_waiting", _("Off the waiting list"), _("To who leaves the list."), {"had_seat": False}),
        ("lapsed", _("Lapsed"), _("To who did not confirm in time."), {"has_calendar": True}),
        ("lapsed_waiting", _("Lapsed in line"), _("To who did not confirm in time."), {"had_seat": False}),
        ("replaced", _("A colleague takes over"), _("To who is replaced."), {"has_calendar": True}),
        ("moved", _("You go to another training"), _("To who is moved."), {"has_calendar": True}),
        ("expired", _("A held place is given back"), HELD, {**reserved(), "named_by": ""}),
    ):
        yield _sample("cancelled", cause, title, when, cause=cause.split("_")[0], **{**ended, **values})
    called_off = {**ended, "reason": "Er zijn te weinig aanmeldingen."}
    others = [
        {
            "title": "Coachend begeleiden: verdieping (donderdag 18 februari 2027 om 13.30 uur)",
            "url": address("/trainingen/verdieping/"),
        },
        {
            "title": "Feedback geven (dinsdag 2 maart 2027 om 09.30 uur)",
            "url": address("/trainingen/feedback-geven/"),
        },
    ]
    yield _sample(
        "event_cancelled",
        "",
        _("The training does not go on"),
        _("To everybody who takes part, at once."),
        **called_off,
        has_calendar=True,
        open_trainings=others,
    )
    yield _sample(
        "event_cancelled",
        "waiting",
        _("The training does not go on, and you waited"),
        _("To everybody who waits, at once."),
        **{**called_off, "had_seat": False},
        open_trainings=[],
    )


def _links() -> Iterator[MailSample]:
    asked = _("To who lost the link, or registers again.")
    yield _sample("link", "", _("The link once more"), asked, state="confirmed", position=None)
    yield _sample(
        "link",
        "waiting",
        _("The link once more, on the waiting list"),
        asked,
        state="waiting",
        position=2,
        confirm_by=CONFIRM_BY,
    )


def _afterwards() -> Iterator[MailSample]:
    yield _sample(
        "certificate",
        "",
        _("The certificate of attendance is ready"),
        _("To who was there, when the organiser gives certificates."),
        code="K7QM-2WXD-9H4T-BFRV",
    )
    yield _sample(
        "evaluation",
        "",
        _("What did you think of it?"),
        _("To who was there, the day after at nine o'clock."),
        evaluation_url=address("/evaluatie/voorbeeld/"),
    )
