"""What the tests of the outbox share: mails to post, and what became of them."""

from datetime import UTC, datetime, timedelta

from cms import outbox
from cms.models import OutgoingMail

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
LATER = NOON + MINUTE


def post(*names: str, at=NOON, **fields) -> list[OutgoingMail]:
    """One mail for each name, in this order."""
    fields = {"maker": "plain", **fields}
    return [
        outbox.post("confirmed", f"{name}@example.org", at=at + timedelta(seconds=number), **fields)
        for number, name in enumerate(names)
    ]


def states() -> dict[str, tuple[str, int]]:
    rows = OutgoingMail.objects.values_list("recipient", "state", "tries")
    return {recipient.partition("@")[0]: (state, tries) for recipient, state, tries in rows}


def got(sink) -> list[str]:
    return [mail.recipients[0].partition("@")[0] for mail in sink.received]
