"""The mails that the site delivered: files below DATA_DIR/mail, as Django writes them without EMAIL_URL."""

from __future__ import annotations

from email import policy
from email.parser import BytesParser
from pathlib import Path

from tests.rush.records import Mail

END = b"\n" + b"-" * 79 + b"\n"  # Django writes it behind each mail


def delivered(folder: Path) -> list[Mail]:
    """Every whole mail in the files of ``folder``; what a killed sender left half written did not arrive."""
    return [read(whole) for path in sorted(folder.glob("*")) for whole in path.read_bytes().split(END)[:-1]]


def read(source: bytes) -> Mail:
    """The marks of one mail; a mail without them has empty ones."""
    message = BytesParser(policy=policy.default).parsebytes(source)
    return Mail(
        message_id=str(message["Message-ID"] or ""),
        kind=str(message["X-ZIN-Kind"] or ""),
        reference=str(message["X-ZIN-Reference"] or ""),
        recipient=message["To"].addresses[0].addr_spec if message["To"] else "",
        has_calendar=any(part.get_content_type() == "text/calendar" for part in message.walk()),
    )
