"""Invented people who take part in the demonstration's trainings, wait, or want to hear of a date.

They come in by the rules of registration, the same ones each time. Their addresses end in example.org, so
their mails are marked as sent and they get no reminder: nothing may go out to people who do not exist.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from django.utils import timezone
from django.utils.text import slugify

from cms.choices import MailState
from cms.models import OutgoingMail
from home.demo.source import content
from network import interest
from network.choices import Origin, Role
from network.models import Organisation, Region, Registration, TrainingEvent, TrainingIdea
from network.registration.actors import Actor
from network.registration.people import Participant
from network.registration.record import MAKER
from network.registration.registering import register

# How many people ask for a place: one training is full with people waiting, two have a place left.
PEOPLE = {
    "coachend-begeleiden-basis": 5,
    "vragen-stellen-online": 11,
    "praktijkonderwijs-onbegrepen-gedrag": 14,
    "feedback-die-werkt": 9,
    "samen-starten": 3,
    "verdiepingsdag-intervisie": 3,
    "informatiebijeenkomst-start-je-eigen-netwerk": 11,
    "docent-op-de-werkvloer": 5,
    "coachend-begeleiden-najaar": 12,
    "praktijkonderwijs-verbetervoorstellen": 23,
    "uitwisselen-hoe-doe-je-dat": 19,
    "feedback-die-werkt-voorjaar": 13,
}
FIRST = (
    *("Sanne", "Bilal", "Fenna", "Gerrit", "Noor", "Yusuf", "Marit", "Thijs"),
    *("Amina", "Joris", "Lotte", "Ravi", "Els", "Mohamed", "Wies", "Koen"),
)
LAST = ("de Wit", "Aydin", "van Dongen", "Smeets", "Janssens", "el Amrani", "Verhoeven", "Kuijpers", "Bos")
ROLES = (Role.SUPERVISOR, Role.TRAINING_OFFICER, Role.TEACHER, Role.CARE_PROFESSIONAL)
TOGETHER = 2  # colleagues in one form
COORDINATOR = Actor(Origin.COORDINATOR)  # whose registrations need no confirmation


def load_registrations() -> None:
    """Register everybody for the trainings that nobody is registered for; a second time changes nothing."""
    organisations = list(Organisation.objects.filter(live=True).order_by("slug"))
    before = set(Registration.objects.values_list("pk", flat=True))
    events = {
        event.slug: event for event in TrainingEvent.objects.filter(slug__in=PEOPLE, registrations=None)
    }
    for slug in PEOPLE:
        if slug in events:
            _fill(events[slug], PEOPLE[slug], organisations)
    made = Registration.objects.exclude(pk__in=before)
    made.update(reminded_days_before=1)
    keep_from_going_out(MAKER, list(made.values_list("pk", flat=True)))


def _fill(event: TrainingEvent, number: int, organisations: list[Organisation]) -> None:
    """Let ``number`` people register, two of each organisation in turn, while registration was open."""
    at = min(timezone.now(), event.registration_closes_at) - timedelta(days=3)
    if event.cancelled_at or at < event.registration_opens_at:
        return
    start = sum(map(ord, event.slug))  # other people for each training
    for form, first in enumerate(range(0, number, TOGETHER)):
        organisation = organisations[(start + form) % len(organisations)]
        numbers = range(start + first, start + min(first + TOGETHER, number))
        people = [somebody(one, organisation.pk) for one in numbers]
        moment = at + timedelta(minutes=20 * form)
        number_of_form = uuid5(NAMESPACE_URL, f"{event.slug}-{form}")
        register(event, people, submission_id=number_of_form, actor=COORDINATOR, at=moment)


def somebody(number: int, organisation: int | None = None) -> Participant:
    """The same invented person for the same number; two near numbers are never the same."""
    first, last = FIRST[number % len(FIRST)], LAST[number % len(LAST)]
    return Participant(
        name=f"{first} {last}",
        email=f"{slugify(first)}.{slugify(last)}@example.org",
        organisation=organisation,
        role=ROLES[number % len(ROLES)].value,
    )


def load_ideas() -> None:
    """Trainings without a date, each with people who confirmed that they want to hear of one."""
    for row in content("ideas")["idea"]:
        idea, is_new = TrainingIdea.objects.get_or_create(
            slug=row["slug"],
            defaults={
                **{name: row[name] for name in ("title", "summary", "kind", "form", "wanted_number")},
                "region": Region.objects.get(slug=row["region"]),
                "host": Organisation.objects.filter(slug=row["host"]).first(),
            },
        )
        if is_new:
            _interest(idea, row["interested"], timezone.now())


def _interest(idea: TrainingIdea, number: int, at: datetime) -> None:
    for one in range(number):
        asked = interest.ask(idea, somebody(one).email, at=at - timedelta(days=one + 1))
        interest.confirm(asked, at=asked.created_at)
    keep_from_going_out(interest.MAKER, list(idea.interests.values_list("pk", flat=True)))


def keep_from_going_out(maker: str, keys: list[int]) -> None:
    """Mark the mails about these rows as sent at the moment that they were written."""
    mails = list(OutgoingMail.objects.filter(maker=maker, object_id__in=keys, state=MailState.QUEUED))
    for mail in mails:
        mail.state, mail.sent_at, mail.tries = MailState.SENT, mail.created_at, 1
    OutgoingMail.objects.bulk_update(mails, ["state", "sent_at", "tries"], batch_size=500)
