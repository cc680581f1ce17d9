"""Who may do what with registrations and what belongs to them, in words: the one table.

Read at /cms/rechten/ and kept true by tests/network/test_rights.py, which asks every route as everybody.
Who may not gets the answer that there is for what does not exist. A route that no line names fails that test.
"""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.choices import Role

ADMINISTRATOR, MODERATOR, EDITOR = Role.ADMINISTRATOR, Role.MODERATOR, Role.EDITOR
ORGANISER, COORDINATOR = Role.ORGANISER, Role.COORDINATOR
VISITOR = "visitor"  # anybody, without login
WHO = (VISITOR, COORDINATOR, EDITOR, MODERATOR, ORGANISER, ADMINISTRATOR)
EVERYBODY = frozenset(WHO)
MANAGERS = frozenset({ORGANISER, ADMINISTRATOR})
PLACES = {"seats": _("Registrations"), "desk": _("Desk of an organisation"), "cms": _("Screens in /cms/")}


@dataclass(frozen=True)
class Right:
    """One line. ``who`` may do ``what``; ``only`` says on what condition, or on which part.

    ``routes`` are names of addresses, with ``*`` for any ending; none for what is done otherwise. ``is_own``:
    of the own organisation only, for any other it does not exist.
    """

    place: str
    what: str | Promise
    who: frozenset[str]
    only: str | Promise = ""
    routes: tuple[str, ...] = ()
    is_own: bool = False


BY_LINK = _("who has the link of the mail")
OWN = _("the own organisation")

RIGHTS: tuple[Right, ...] = (
    Right(
        "seats", _("Register for a training"), EVERYBODY, routes=("network:register", "network:registered")
    ),
    Right(
        "seats",
        _("See, change and cancel one registration"),
        EVERYBODY,
        BY_LINK,
        ("network:registration*",),
    ),
    Right(
        "seats",
        _("Say that you are there, take your certificate, judge the training"),
        EVERYBODY,
        BY_LINK,
        ("network:own_attendance", "network:own_certificate", "network:evaluation"),
    ),
    Right(
        "seats",
        _("Say that you are there with the code in the room"),
        EVERYBODY,
        _("the own address"),
        ("network:attend",),
    ),
    Right(
        "seats",
        _("Check a certificate"),
        EVERYBODY,
        _("initials, no name"),
        ("network:certificate", "network:certificate_form"),
    ),
    Right("seats", _("Get a lost link again"), EVERYBODY, _("the own address"), ("network:lost_link",)),
    Right("seats", _("Ask for a mail when there is a date"), EVERYBODY, routes=("network:interest",)),
    Right(
        "seats",
        _("Confirm and end that request"),
        EVERYBODY,
        BY_LINK,
        ("network:interest_link", "network:interest_stop"),
    ),
    Right(
        "desk",
        _("Open the desk"),
        EVERYBODY - {VISITOR},
        _("who acts for an organisation"),
        ("network:desk",),
    ),
    Right(
        "desk",
        _("Read the calendar with names"),
        EVERYBODY,
        _("who has its secret address"),
        ("network:people_calendar",),
    ),
    Right(
        "desk",
        _("Register colleagues, hold places, replace and cancel"),
        frozenset({COORDINATOR}),
        OWN,
        ("network:desk_*",),
        is_own=True,
    ),
    Right(
        "cms",
        _("See who looked at personal data"),
        frozenset({ADMINISTRATOR}),
        routes=("organiser_access", "organiser_access_results"),
    ),
    Right(
        "cms",
        _("See and export registrations, add, promote, move and cancel, write, attendance and certificates"),
        MANAGERS,
        routes=("organiser_*",),
    ),
    Right("cms", _("Plan a training that has no date"), MANAGERS, routes=("network_plan",)),
    Right(
        "cms",
        _("Yearly report"),
        MANAGERS | {MODERATOR},
        _("numbers, no names"),
        ("network_yearly",),
    ),
    Right("cms", _("Keep result figures"), frozenset({MODERATOR, ADMINISTRATOR})),
    Right("cms", _("See what became of mails, and have one tried again"), MANAGERS, _("no text of a mail")),
    Right("cms", _("Say who acts for which organisation"), frozenset({ADMINISTRATOR})),
    Right("cms", _("Read this table"), frozenset({ADMINISTRATOR}), routes=("network_rights",)),
    Right(
        "cms",
        _("Export and erase everything about a person"),
        frozenset(),
        _("the manager of the server, by a command"),
    ),
)


def right_of(route: str) -> Right | None:
    """The first line that names the route; None when no line does."""
    return next((one for one in RIGHTS if any(fnmatchcase(route, name) for name in one.routes)), None)
