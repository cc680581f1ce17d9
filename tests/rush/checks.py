"""What must hold after a rush, whatever broke: each function returns the breaches it found, in words.

They compare three accounts of the same event: what the visitors were told (`records`), what `audit_export`
says is true (`truth`), and which mails arrived. Nothing was cancelled meanwhile. The method is Jepsen's: an
answer binds the site; without one both outcomes are right, half of one never.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from tests.rush.records import Mail, Record

MOST_COPIES = 2  # of one mail: its sender may be killed between sending it and noting that


def breaches(records: list[Record], truth: dict, mails: list[Mail] | None) -> list[str]:
    """Everything that is wrong; empty when all is well. ``mails`` None: they are not looked at."""
    found = [*answers(records), *presence(records, truth), *doubles(truth)]
    for training in truth["trainings"]:
        rows = [row for row in truth["registrations"] if row["training"] == training["slug"]]
        found += seats(training, rows)
    found += [*groups(records, truth), *real_time_order(records, truth)]
    return found if mails is None else found + posted(records, truth, mails)


def answers(records: Iterable[Record]) -> list[str]:
    """Each form is acknowledged or refused for a reason that there may be, and its copies alike."""
    found = []
    for record in records:
        given = {
            (answer.outcome, answer.places, answer.error)
            for answer in record.answers
            if answer.outcome != "unknown"
        }
        if len(given) > 1:
            found.append(
                f"{name(record)}: the same form sent twice got different answers: {sorted(map(str, given))}"
            )
        for answer in record.answers:
            may_be_refused = record.party.mode == "all" and answer.error == "full"
            if answer.outcome == "refused" and not may_be_refused:
                found.append(f"{name(record)}: refused: {answer.error}")
            if answer.outcome == "unknown" and answer.error.startswith("status"):
                found.append(f"{name(record)}: answered with {answer.error}")
    return found


def seats(training: dict, rows: list[dict]) -> list[str]:
    """Every seat is given once, to the first in the sequence; the others wait at 1, 2, 3 … in its order."""
    slug, found = training["slug"], []
    ordered = sorted(rows, key=lambda row: row["sequence"])
    states = Counter(row["status"] for row in rows)
    expected = min(training["capacity"], states["confirmed"] + states["waiting"])
    if states["confirmed"] != expected:
        found.append(f"{slug}: {states['confirmed']} confirmed instead of {expected}")
    if other := set(states) - {"confirmed", "waiting"}:
        found.append(f"{slug}: statuses that nobody asked for: {sorted(other)}")
    for sequence, number in Counter(row["sequence"] for row in rows).items():
        if number > 1:
            found.append(f"{slug}: sequence {sequence} was given {number} times")
    positions = [row["position"] for row in ordered if row["status"] == "waiting"]
    if positions != list(range(1, len(positions) + 1)):
        found.append(f"{slug}: the waiting list is not 1..{len(positions)} in order of sequence: {positions}")
    if any(row["position"] is not None for row in rows if row["status"] == "confirmed"):
        found.append(f"{slug}: somebody confirmed has a position on the waiting list")
    first = [row["status"] for row in ordered[: states["confirmed"]]]
    if set(first) - {"confirmed"}:
        found.append(f"{slug}: somebody waits who came before somebody confirmed")
    return found


def presence(records: list[Record], truth: dict) -> list[str]:
    """Acknowledged: there once, as was said; refused: not there; without an answer: whole or not at all."""
    rows = by_submission(truth)
    found = [f"nobody sent submission {key}" for key in rows.keys() - {one.submission_id for one in records}]
    for record in records:
        present = rows.get(record.submission_id, [])
        people = [row["person"] for row in present]
        everybody = list(range(len(record.party.people)))
        if record.outcome == "acknowledged":
            found += acknowledged(record, present)
        if record.outcome == "refused" and present:
            found.append(f"{name(record)}: refused, but stored: people {people}")
        if record.outcome == "unknown" and people not in ([], everybody):
            found.append(f"{name(record)}: without an answer, and half stored: people {people}")
        if any(row["training"] != record.party.training for row in present):
            found.append(f"{name(record)}: stored for another training")
    return found


def acknowledged(record: Record, present: list[dict]) -> list[str]:
    """What one party was told against its rows, in the order of its people."""
    people = [row["person"] for row in present]
    if people != list(range(len(record.party.people))):
        lost = "lost: " if not people else ""
        return [f"{name(record)}: acknowledged, but {lost}stored are people {people}"]
    told = [(place.reference, place.status, place.position) for place in record.places]
    stored = [(row["reference"], row["status"], row["position"]) for row in present]
    return [] if told == stored else [f"{name(record)}: told {told}, stored {stored}"]


def doubles(truth: dict) -> list[str]:
    """No submission has the same person twice, no reference is shared, no address is twice in a training."""
    rows = truth["registrations"]
    training = {row["reference"]: row["training"] for row in rows}
    holders = {
        (mail["recipient"].lower(), mail["reference"])
        for mail in truth["mails"]
        if mail["kind"] in ("confirmed", "waiting")
    }
    counted = {
        "person of a submission": Counter((row["submission_id"], row["person"]) for row in rows),
        "reference": Counter(row["reference"] for row in rows),
        "address in a training": Counter((who, training.get(reference)) for who, reference in holders),
    }
    return [
        f"{what} {key} is there {number} times"
        for what, counter in counted.items()
        for key, number in counter.items()
        if number > 1
    ]


def groups(records: Iterable[Record], truth: dict) -> list[str]:
    """A group stands in the order in which it was given; who came "only if all fit" has a seat for all."""
    rows, found = by_submission(truth), []
    for record in records:
        present = rows.get(record.submission_id, [])
        sequences = [row["sequence"] for row in present]
        if sequences != sorted(sequences):
            found.append(f"{name(record)}: the group is not in its own order: sequences {sequences}")
        if record.party.mode == "all" and any(row["status"] != "confirmed" for row in present):
            found.append(f"{name(record)}: asked for all or nobody, and some of them wait")
    return found


def real_time_order(records: Iterable[Record], truth: dict) -> list[str]:
    """Who had an answer before another one sent the form is not behind that other one."""
    rows, found = by_submission(truth), []
    by_training = defaultdict(list)
    for record in records:
        if record.outcome == "acknowledged" and record.submission_id in rows:
            by_training[record.party.training].append(record)
    for those in by_training.values():
        answered = sorted(those, key=lambda record: record.acknowledged_at)
        done, latest, behind = 0, -1, None
        for record in sorted(those, key=lambda record: record.started):
            while answered[done].acknowledged_at < record.started:
                last = rows[answered[done].submission_id][-1]["sequence"]
                if last > latest:
                    latest, behind = last, answered[done]
                done += 1
            own = rows[record.submission_id][0]["sequence"]
            if own < latest:
                found.append(
                    f"{name(record)}: sent after {name(behind)} was answered, yet before it: {own} < {latest}"
                )
    return found


def posted(records: list[Record], truth: dict, mails: list[Mail]) -> list[str]:
    """Each person got one mail of the right kind (once more when its sender died), and nobody else any."""
    asked = {
        (one.submission_id, number): who for one in records for number, who in enumerate(one.party.people)
    }
    due = {
        (row["reference"], row["status"]): asked[row["submission_id"], row["person"]].email
        for row in truth["registrations"]
        if (row["submission_id"], row["person"]) in asked
    }
    written = {(mail["reference"], mail["kind"]): mail for mail in truth["mails"]}
    arrived = defaultdict(list)
    for mail in mails:
        arrived[mail.reference, mail.kind].append(mail)
    found = [
        f"a mail that nobody should get: {key}" for key in (arrived.keys() | written.keys()) - due.keys()
    ]
    if len(written) != len(truth["mails"]):
        found.append(
            f"the outbox has {len(truth['mails']) - len(written)} mails more than one of a kind a person"
        )
    found += [
        f"the mail {key} is {mail['state']}" for key, mail in written.items() if mail["state"] != "sent"
    ]
    for (reference, kind), email in due.items():
        found += delivery(
            f"{kind} mail of {reference}", arrived[reference, kind], email, written.get((reference, kind))
        )
    return found


def delivery(what: str, copies: list[Mail], email: str, written: dict | None) -> list[str]:
    """One mail: it came, at most once more with the same Message-ID, to whom it belongs."""
    if not copies:
        return [f"the {what} never came"]
    found = []
    if len(copies) > MOST_COPIES:
        found.append(f"the {what} came {len(copies)} times")
    identities = {mail.message_id for mail in copies}
    if written is None or identities != {written["message_id"]}:
        found.append(f"the {what} has another Message-ID than its row: {sorted(identities)}")
    if recipients := {mail.recipient.lower() for mail in copies} - {email.lower()}:
        found.append(f"the {what} went to {sorted(recipients)} instead of {email}")
    if any(mail.has_calendar != (mail.kind == "confirmed") for mail in copies):
        found.append(f"the {what} is wrong about the calendar file, which belongs to a seat")
    return found


def by_submission(truth: dict) -> dict[str, list[dict]]:
    """The rows of each submission in the order of its people."""
    rows = defaultdict(list)
    for row in sorted(truth["registrations"], key=lambda row: row["person"]):
        rows[row["submission_id"]].append(row)
    return dict(rows)


def name(record: Record) -> str:
    """How a breach names a party."""
    return f"{record.party.people[0].email} ({record.party.mode or 'alone'})"
