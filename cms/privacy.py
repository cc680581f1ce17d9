"""Rights of a person over what is stored about them, and how long it is kept (AVG articles 5, 15, 17 and 20).

An app registers in a module ``privacy`` what it holds about people::

    @personal_data("registrations")
    class Registrations:
        def export(self, email): ...      # plain values of everything about the address
        def erase(self, email, at): ...   # remove it, return how many records

    @kept("names of participants")
    def forget_names(at): ...             # remove what is too old, return (removed, left)

`manage.py privacy_export`, `privacy_erase` and `run_retention` go over all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Protocol

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules
from wagtail.users.models import UserProfile

from cms import erasures, footprints
from cms.models import OutgoingMail, User


class PersonalData(Protocol):
    """What one app holds about people; addresses are compared in lower case."""

    def export(self, email: str) -> list[dict]: ...

    def erase(self, email: str, at: datetime) -> int: ...


Retention = Callable[[datetime], tuple[int, int]]
holders: dict[str, PersonalData] = {}
retentions: dict[str, Retention] = {}


def personal_data(name: str) -> Callable[[type], type]:
    """Register an instance of the decorated class under ``name``, the key in the export."""

    def register(holder: type) -> type:
        holders[name] = holder()
        return holder

    return register


def kept(name: str) -> Callable[[Retention], Retention]:
    """Register the decorated function ``f(at)``: removes what is past its term, returns (removed, left)."""

    def register(function: Retention) -> Retention:
        retentions[name] = function
        return function

    return register


exported = Signal()  # after everything about an address was taken out of the site; names nobody


def export(email: str) -> dict[str, list[dict]]:
    """Everything that is stored about the address, by kind; kinds without anything are left out."""
    autodiscover_modules("privacy")
    found = {name: holder.export(email.lower()) for name, holder in holders.items()}
    return {name: records for name, records in found.items() if records}


@transaction.atomic
def erase(email: str, *, at: datetime | None = None) -> dict[str, int]:
    """Remove everything about the address; how many records of each kind. A second time removes nothing.

    A seat that comes free goes to the next person waiting. An account is closed and loses its name; what its
    owner published stays.
    """
    autodiscover_modules("privacy")
    moment = at or timezone.now()
    transaction.on_commit(partial(erasures.note, email, moment))
    # The account is the foundation's and comes last: what apps hold is found by it.
    return {name: holders[name].erase(email.lower(), moment) for name in reversed(holders)}


def run_retention(at: datetime | None = None) -> dict[str, tuple[int, int]]:
    """Remove what is past its term; by kind how many records lost it, and how many are kept for now."""
    autodiscover_modules("privacy")
    moment = at or timezone.now()
    return {name: function(moment) for name, function in retentions.items()}


@personal_data("mails")
class Mails:
    """Rows of mails that went or will go to the address; texts are not stored."""

    def export(self, email):
        rows = OutgoingMail.objects.filter(recipient__iexact=email).order_by("pk")
        return [
            {
                "kind": row.kind,
                "reference": row.reference,
                "written": row.created_at.isoformat(),
                "sent": row.sent_at and row.sent_at.isoformat(),
            }
            for row in rows
        ]

    def erase(self, email, at):
        return OutgoingMail.objects.filter(recipient__iexact=email).delete()[0]


@personal_data("account")
class Account:
    def export(self, email):
        return [
            {
                "email": user.email,
                "name": user.get_full_name(),
                "roles": sorted(user.groups.values_list("name", flat=True)),
                "joined": user.date_joined.isoformat(),
                "last_login": user.last_login and user.last_login.isoformat(),
            }
            for user in User.objects.filter(email__iexact=email)
        ]

    def erase(self, email, at):
        users = list(User.objects.filter(email__iexact=email))
        for user in users:
            user.email = f"verwijderd-{user.pk}@example.invalid"
            user.first_name = user.last_name = ""
            user.is_active = False
            user.set_unusable_password()
            user.save()
            user.groups.clear()
            Authenticator.objects.filter(user=user).delete()
            EmailAddress.objects.filter(user=user).delete()
            UserProfile.objects.filter(user=user).delete()  # Wagtail's, with a picture
        return len(users)


def names_of(email: str) -> list[str]:
    """The address, and the name of its account: what a log may call somebody."""
    users = User.objects.filter(email__iexact=email)
    return [email, *(name for user in users if (name := user.get_full_name()))]


@personal_data("log of what was done in the editors' side")
class AuditLog:
    """Entries that name somebody. Erasing takes the name out; what was done stays."""

    def export(self, email):
        return [
            {"at": entry.timestamp.isoformat(), "what": entry.action, "about": entry.label}
            for entry in footprints.named_in_log(names_of(email))
        ]

    def erase(self, email, at):
        return footprints.forget_in_log(names_of(email))


@personal_data("logins")
class Logins:
    """Where somebody is logged in, or began to log in."""

    def export(self, email):
        return [{"ends": one.expire_date.isoformat()} for one in self._sessions(email)]

    def erase(self, email, at):
        return footprints.forget_sessions(self._sessions(email))

    def _sessions(self, email):
        users = User.objects.filter(email__iexact=email)
        return footprints.sessions_of(email, users.values_list("pk", flat=True))
