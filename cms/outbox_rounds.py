"""Rounds over the outbox: each due mail is made, handed over, and noted at once."""

import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import F
from django.utils import timezone

from cms.choices import MailState
from cms.letter import message_of
from cms.models import OutgoingMail
from cms.outbox_claims import Claim, claim
from cms.postman import ConnectionLost, Postman, ServerAway, reason

logger = logging.getLogger("cms.outbox")

BATCH = 5  # mails that a sender claims at a time
FIRST_GAP = timedelta(minutes=1)
LONGEST_GAP = timedelta(hours=2)
GIVE_UP_AFTER = timedelta(hours=48)
SERVER_AWAY = "The mail server was away"


@dataclass
class Outcome:
    """How many mails were sent, failed, died, and had nothing to tell; why the server was away, if it was."""

    sent: int = 0
    failed: int = 0
    dead: int = 0
    dropped: int = 0
    server_away: str = ""

    @property
    def tried(self) -> int:
        return self.sent + self.failed + self.dead + self.dropped


def run_round(
    *, at: datetime | None = None, limit: int | None = None, is_stopping: Callable[[], bool] = lambda: False
) -> Outcome:
    """Send what is due at ``at`` (aware, default: now, all the time), ``limit`` mails at most.

    Several may run at once. A mail that cannot be sent is tried again after 1, 2, 4 … minutes, two hours at
    most, and is dead 48 hours after it was written. The round ends early when the server is away (then
    nothing counts as a try) or when ``is_stopping`` answers True, after the mail under way.
    """
    outcome = Outcome()
    with Postman() as postman:
        this = Round(postman, outcome, (lambda: at) if at else timezone.now)
        while not is_stopping() and not outcome.server_away:
            left = BATCH if limit is None else min(BATCH, limit - outcome.tried)
            batch = claim(this.clock(), left) if left > 0 else None
            if batch is None:
                break
            try:
                while batch.pks and not is_stopping():
                    this.deliver_next(batch)
            except ServerAway as error:
                outcome.server_away = str(error)
            finally:
                batch.release()
        if outcome.server_away:
            outcome.dead += give_up_old(this.clock())
    return outcome


@dataclass
class Round:
    """One pass over the outbox on one connection."""

    postman: Postman
    outcome: Outcome
    clock: Callable[[], datetime]
    was_lost: bool = field(default=False)  # the connection, with the mail before

    def deliver_next(self, batch: Claim) -> None:
        """Make and send one mail and note at once what became of it. Raises ServerAway."""
        mail = batch.next_mail(self.clock())
        if mail is None:
            return
        try:
            message = message_of(mail)
            if message is None:
                mail.delete()
                self.outcome.dropped += 1
                return
        except Exception as error:  # whatever one maker does wrong, the other mails must go
            frames = "".join(traceback.format_tb(error.__traceback__))  # no words: they may be personal
            logger.error("Mail %s cannot be made: %s\n%s", mail.pk, type(error).__name__, frames)
            self.note_failure(mail, reason(error))
            return
        self.hand_over(mail, message)

    def hand_over(self, mail: OutgoingMail, message) -> None:
        """A connection that is lost twice in a row is the server's fault, once may be that of the mail."""
        try:
            self.postman.hand_over(message)
        except ServerAway:
            self.release(mail)
            raise
        except ConnectionLost as error:
            if self.was_lost:
                self.release(mail)
                raise ServerAway(str(error)) from error
            self.was_lost = True
            self.note_failure(mail, str(error))
        except Exception as error:  # an answer about this mail, or an address that cannot be written
            self.was_lost = False
            self.note_failure(mail, reason(error))
        else:
            self.was_lost = False
            self.note_sent(mail)

    def release(self, mail: OutgoingMail) -> None:
        mine = OutgoingMail.objects.filter(pk=mail.pk, claimed_until=mail.claimed_until)
        mine.update(claimed_until=None)

    def note_sent(self, mail: OutgoingMail) -> None:
        OutgoingMail.objects.filter(pk=mail.pk).update(
            state=MailState.SENT,
            tries=F("tries") + 1,
            sent_at=self.clock(),
            claimed_until=None,
            last_error="",
        )
        self.outcome.sent += 1

    def note_failure(self, mail: OutgoingMail, why: str) -> None:
        """Only while the mail is still ours: another sender may have sent it after our lease."""
        at, end = self.clock(), mail.created_at + GIVE_UP_AFTER
        is_dead = at >= end
        gap = min(FIRST_GAP * 2 ** min(mail.tries, 10), LONGEST_GAP)
        OutgoingMail.objects.filter(pk=mail.pk, claimed_until=mail.claimed_until).update(
            state=MailState.DEAD if is_dead else MailState.FAILED,
            tries=F("tries") + 1,
            next_try_at=at if is_dead else min(at + gap, end),
            claimed_until=None,
            last_error=why,
        )
        if is_dead:
            logger.error("Mail %s (%s) is given up: %s", mail.pk, mail.kind, why)
            self.outcome.dead += 1
        else:
            self.outcome.failed += 1


def give_up_old(at: datetime) -> int:
    """Declare dead what could not be offered to any server for 48 hours, and return how many."""
    old = OutgoingMail.objects.due(at).free(at).filter(created_at__lte=at - GIVE_UP_AFTER).order_by()
    dead = old.update(state=MailState.DEAD, last_error=SERVER_AWAY)
    if dead:
        logger.error("%s mails are given up: the mail server was away for too long", dead)
    return dead
