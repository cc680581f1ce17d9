"""A process over the outbox for tests that start and kill it: `python -m tests.outbox_process STEP…`.

Steps, done in their order: ``post:an,bo`` stores a mail for each name at example.org, ``send`` sends what is
due and fails when the mail server is away, ``loop`` sends until SIGTERM, ``expire`` ends every claim, and
``report`` prints the rows as JSON.
"""

import json
import sys
from datetime import timedelta

import django

django.setup()

from django.core.management import call_command  # noqa: E402  # Django must be set up first
from django.utils import timezone  # noqa: E402

from cms import outbox  # noqa: E402
from cms.models import OutgoingMail  # noqa: E402


@outbox.letter_maker("process")
def letter(mail):
    return outbox.Letter("example")


def main(steps: list[str]) -> None:
    for step in steps:
        name, _colon, value = step.partition(":")
        if name == "post":
            OutgoingMail.objects.bulk_create(
                outbox.draft("confirmed", f"{one}@example.org", maker="process") for one in value.split(",")
            )
        elif name == "send":
            call_command("send_mail", "--once", stdout=sys.stderr)
        elif name == "loop":
            call_command("send_mail", "--loop")
        elif name == "expire":
            past = timezone.now() - timedelta(seconds=1)
            OutgoingMail.objects.exclude(claimed_until=None).update(claimed_until=past)
        elif name == "report":
            fields = ("recipient", "message_id", "state", "tries")
            print(json.dumps(list(OutgoingMail.objects.order_by("pk").values(*fields))))


if __name__ == "__main__":
    main(sys.argv[1:])
