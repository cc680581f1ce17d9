"""An event that is made up: two seats, and six people for them. Tests spoil one thing of it."""

from dataclasses import replace

from tests.rush import checks
from tests.rush.people import person
from tests.rush.records import Answer, Mail, Party, Place, Record

PARTIES = [  # who came, in this order, with the statuses and positions that they got
    (Party("t", (person(0),), sends=2), [("confirmed", None)]),
    (
        Party("t", (person(1), person(2), person(3)), "fit"),
        [("confirmed", None), ("waiting", 1), ("waiting", 2)],
    ),
    (Party("t", (person(4), person(5)), "all"), []),
    (Party("t", (person(6),)), [("waiting", 3)]),
]


class Event:
    """An event without a breach, of which a test spoils one thing."""

    def __init__(self):
        self.records, rows, outbox, self.mails = [], [], [], []
        for number, (party, given) in enumerate(PARTIES):
            places = tuple(
                Place(f"r{number}{place}", status, position) for place, (status, position) in enumerate(given)
            )
            outcome, error = ("acknowledged", "") if given else ("refused", "full")
            answer = Answer(outcome, 10.0 * number, 10.0 * number + 1, places, error)
            self.records.append(Record(party, f"s{number}", (answer,) * party.sends))
            for place, (status, position) in enumerate(given):
                reference, email = f"r{number}{place}", party.people[place].email
                rows.append(
                    {
                        "reference": reference,
                        "submission_id": f"s{number}",
                        "person": place,
                        "training": "t",
                        "status": status,
                        "position": position,
                        "sequence": 10 * number + place + 1,
                    }
                )
                outbox.append(
                    {
                        "message_id": f"<{reference}@example.org>",
                        "kind": status,
                        "reference": reference,
                        "recipient": email,
                        "state": "sent",
                    }
                )
                self.mails.append(
                    Mail(f"<{reference}@example.org>", status, reference, email, status == "confirmed")
                )
        trainings = [{"slug": "t", "capacity": 2, "status": "open"}]
        self.truth = {"trainings": trainings, "registrations": rows, "mails": outbox}

    @property
    def rows(self) -> list[dict]:
        return self.truth["registrations"]

    def answer(self, number: int, **changes) -> None:
        """Change every answer to one party."""
        record = self.records[number]
        answers = tuple(replace(answer, **changes) for answer in record.answers)
        self.records[number] = replace(record, answers=answers)

    def breaches(self) -> list[str]:
        return checks.breaches(self.records, self.truth, self.mails)
