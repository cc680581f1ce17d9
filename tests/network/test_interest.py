"""Who wants to hear when a training without a date gets one: the rules, and what they store and send."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms import outbox, privacy
from cms.models import OutgoingMail
from network import interest, jobs
from network.models import Interest, InterestToken, TrainingEvent, TrainingIdea
from tests.factories import OrganisationFactory, TrainingIdeaFactory, UserFactory

pytestmark = pytest.mark.django_db
ADDRESS = "sanne@example.org"


@pytest.fixture
def idea():
    return TrainingIdeaFactory(title="Begeleiden in de nachtzorg", slug="nachtzorg")


def interested(idea, *names, confirmed=True, at=None):
    for name in names:
        found = interest.ask(idea, f"{name}@example.org", at=at)
        if confirmed:
            interest.confirm(found, at=at)


def planned(idea, **values) -> TrainingEvent:
    begins = timezone.now() + timedelta(days=60)
    times = {"starts_at": begins, "ends_at": begins + timedelta(hours=3)}
    return interest.plan(idea, host=OrganisationFactory(), region=idea.region, **{**times, **values})


def publish(event) -> TrainingEvent:
    event.save_revision().publish()
    event.refresh_from_db()
    return event


def written(kind="planned") -> list[str]:
    return sorted(OutgoingMail.objects.filter(kind=kind).values_list("recipient", flat=True))


def test_asking_twice_is_one_request_and_two_mails(idea):
    first = interest.ask(idea, ADDRESS)
    second = interest.ask(idea, ADDRESS, organisation_name="Het Laar")

    assert first.pk == second.pk
    assert Interest.objects.count() == 1
    assert written("interest") == [ADDRESS, ADDRESS]


def test_mail_carries_a_link_of_which_only_a_hash_is_stored(idea, mailoutbox):
    asked = interest.ask(idea, ADDRESS)

    outbox.send_due()

    (message,) = mailoutbox
    (link,) = [
        line for line in message.body.splitlines() if line.endswith("/") and "/belangstelling/" in line
    ][:1]
    token = link.rstrip("/").split("/")[-1]
    assert interest.find(token) == asked
    assert interest.find(token[:-1]) is None
    assert InterestToken.objects.get().digest == interest.digest(token)
    assert message.extra_headers["List-Unsubscribe"] == f"<{link}stoppen/>"


def test_withdrawing_removes_the_address_its_links_and_its_mails(idea, mailoutbox):
    asked = interest.ask(idea, ADDRESS)
    interest.link(asked)

    interest.withdraw(asked)
    outbox.send_due()

    assert (Interest.objects.count(), InterestToken.objects.count(), mailoutbox) == (0, 0, [])


def test_planning_makes_a_draft_and_tells_nobody(idea):
    interested(idea, "sanne")
    user = UserFactory()

    event = planned(idea, user=user)

    assert (event.live, event.title, event.summary) == (False, idea.title, idea.summary)
    assert (event.kind, event.form, event.planned_from) == (idea.kind, idea.form, idea)
    assert event.latest_revision.user == user
    assert (written(), Interest.objects.count()) == ([], 1)


def test_first_publication_tells_who_confirmed_and_forgets_them(idea, mailoutbox):
    interested(idea, "sanne", "bilal")
    interested(idea, "fenna", confirmed=False)

    event = publish(planned(idea))

    assert written() == ["bilal@example.org", "sanne@example.org"]
    assert list(Interest.objects.values_list("email", flat=True)) == ["fenna@example.org"]
    assert TrainingIdea.objects.get().is_open is False
    OutgoingMail.objects.filter(kind="interest").delete()
    outbox.send_due()
    assert [mail.subject for mail in mailoutbox] == ["Er is een datum: Begeleiden in de nachtzorg"] * 2
    assert f"http://localhost/trainingen/{event.slug}/" in mailoutbox[0].body
    assert {mail.extra_headers["X-ZIN-Kind"] for mail in mailoutbox} == {"planned"}


def test_second_publication_tells_nobody_who_asked_afterwards(idea):
    event = publish(planned(idea))
    TrainingIdea.objects.update(is_open=True)
    interested(idea, "sanne", at=timezone.now() + timedelta(minutes=1))

    publish(event)
    jobs.announce_planned(timezone.now())

    assert (written(), Interest.objects.count()) == ([], 1)
    assert TrainingIdea.objects.get().is_open is True


def test_who_confirms_after_the_publication_is_told_by_the_job(idea):
    interested(idea, "fenna", confirmed=False)
    event = publish(planned(idea))
    interest.confirm(Interest.objects.get())
    assert interest.unannounced(timezone.now()) == [event]

    jobs.announce_planned(timezone.now())
    jobs.announce_planned(timezone.now())

    assert (written(), Interest.objects.count()) == (["fenna@example.org"], 0)


def test_nobody_is_told_when_the_publication_fails(idea):
    from django.db import transaction

    interested(idea, "sanne")
    event = planned(idea)

    with pytest.raises(RuntimeError), transaction.atomic():
        publish(event)
        assert written() == ["sanne@example.org"]
        raise RuntimeError

    assert (written(), Interest.objects.count()) == ([], 1)


def test_nobody_is_told_of_a_training_that_has_begun(idea):
    interested(idea, "sanne")

    publish(planned(idea, starts_at=timezone.now() - timedelta(days=1), ends_at=timezone.now()))

    assert (written(), Interest.objects.count()) == ([], 1)


def test_unconfirmed_interest_goes_after_two_weeks(idea):
    at = timezone.now()
    interested(idea, "oud", confirmed=False, at=at - timedelta(days=15))
    interested(idea, "nieuw", confirmed=False, at=at - timedelta(days=13))
    interested(idea, "zeker", at=at - timedelta(days=15))

    found = privacy.run_retention(at)["unconfirmed interest in trainings without a date"]

    assert found == (1, 1)
    left = Interest.objects.order_by("email").values_list("email", flat=True)
    assert list(left) == ["nieuw@example.org", "zeker@example.org"]


def test_interest_is_exported_and_erased_with_the_person(idea):
    interested(idea, "sanne")

    (exported,) = privacy.export("Sanne@example.org")["interest in trainings without a date"]
    removed = privacy.erase("Sanne@example.org")["interest in trainings without a date"]

    assert (exported["training"], exported["email"]) == ("Begeleiden in de nachtzorg", ADDRESS)
    assert (removed, Interest.objects.count(), OutgoingMail.objects.count()) == (1, 0, 0)
