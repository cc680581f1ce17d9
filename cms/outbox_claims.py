"""Who sends which mail: a sender takes a few rows for some seconds with one conditional UPDATE.

That works the same on SQLite and PostgreSQL and keeps no transaction open while the mail server is slow. The
moment until which rows are claimed is also the proof of the claim: no two claims have the same.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from cms.models import OutgoingMail

LEASE = timedelta(seconds=30)
LEAST_LEFT = timedelta(seconds=25)  # before a mail begins; longer than the server may hang (EMAIL_TIMEOUT)


@dataclass
class Claim:
    """The rows ``pks`` belong to this sender until the aware datetime ``until``."""

    pks: list[int]
    until: datetime

    @property
    def rows(self):
        return OutgoingMail.objects.filter(pk__in=self.pks, claimed_until=self.until)

    def next_mail(self, at: datetime) -> OutgoingMail | None:
        """The first mail of the claim, fresh from the database; None when it is gone or another's by now."""
        if self.until - at < LEAST_LEFT:
            until = _end(at)
            self.rows.update(claimed_until=until)
            self.until = until
        return OutgoingMail.objects.filter(pk=self.pks.pop(0), claimed_until=self.until).first()

    def release(self) -> None:
        """Let others have what was not tried."""
        if self.pks:
            self.rows.update(claimed_until=None)


def claim(at: datetime, limit: int) -> Claim | None:
    """Take up to ``limit`` due mails that are free at ``at``; None when there are none."""
    free = OutgoingMail.objects.due(at).free(at)
    while pks := list(free.values_list("pk", flat=True)[:limit]):
        until = _end(at)
        free.filter(pk__in=pks).order_by().update(claimed_until=until)
        mine = set(OutgoingMail.objects.filter(pk__in=pks, claimed_until=until).values_list("pk", flat=True))
        if mine:  # else another sender was faster with all of them
            return Claim([pk for pk in pks if pk in mine], until)
    return None


def _end(at: datetime) -> datetime:
    return at + LEASE + timedelta(microseconds=secrets.randbelow(1_000_000))
