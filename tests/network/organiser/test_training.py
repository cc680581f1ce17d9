from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from cms.choices import Role
from network.models import TrainingEvent
from tests.cms.editors import browser, somebody
from tests.factories import TrainingEventFactory, VenueFactory
from tests.network.organiser.pages import address, texts
from tests.network.registration.people import join, line, mails

pytestmark = pytest.mark.django_db


# --- Places, calling off ------------------------------------------------------------------------------------
def test_more_places_are_shown_before_they_are_given(event, organiser):
    data = {"capacity": "3", "reason": "Grotere zaal"}

    seen = organiser.post(address("capacity", event), data)

    assert texts(seen, ".zin-seen li") == ["Deze mensen krijgen een plaats: Fenna.", "Er gaat 1 mail uit."]
    assert line(event)["confirmed"] == ["Sanne", "Bilal"]
    organiser.post(address("capacity", event), {**data, "confirmed": "1"})
    assert line(event)["confirmed"] == ["Sanne", "Bilal", "Fenna"]


def test_fewer_places_say_how_many_are_over(event, organiser):
    seen = organiser.post(address("capacity", event), {"capacity": "1"})

    assert texts(seen, ".zin-seen li")[1:] == [
        "Er is 1 persoon meer ingeschreven dan er plaatsen zijn. Niemand raakt een plaats kwijt.",
        "Er gaan 0 mails uit.",
    ]
    assert TrainingEvent.objects.get(pk=event.pk).capacity == 2


@pytest.mark.parametrize("capacity", ["0", "-1", "veel", ""])
def test_impossible_number_of_places_is_refused(event, organiser, capacity):
    data = {"capacity": capacity, "confirmed": "1"}

    assert organiser.post(address("capacity", event), data).status_code == 422
    assert TrainingEvent.objects.get(pk=event.pk).capacity == 2


def test_training_is_called_off_with_a_reason_after_a_look(event, organiser):
    assert organiser.post(address("call_off", event), {"confirmed": "1"}).status_code == 422
    seen = organiser.post(address("call_off", event), {"reason": "De trainer is ziek"})
    before = line(event)

    organiser.post(address("call_off", event), {"reason": "De trainer is ziek", "confirmed": "1"})

    assert texts(seen, ".zin-seen li")[0] == "Er gaan 4 mails uit."
    assert before["cancelled"] == []
    assert line(event)["cancelled"] == ["Sanne", "Bilal", "Fenna", "Gerrit"]
    assert [kind for kind, _name in mails(event)[4:]] == ["event-cancelled"] * 4
    assert TrainingEvent.objects.get(pk=event.pk).cancellation_reason == "De trainer is ziek"


# --- The editor ---------------------------------------------------------------------------------------------
def as_form(event, **changes) -> dict:
    """The training as the editor's form sends it."""
    begins, ends = timezone.localtime(event.starts_at), timezone.localtime(event.ends_at)
    return nested_form_data(
        {
            "title": event.title,
            "slug": event.slug,
            "summary": event.summary,
            "kind": event.kind,
            "form": event.form,
            "region": event.region_id,
            "host": event.host_id,
            "venue": event.venue_id,
            "starts_at": f"{begins:%Y-%m-%d %H:%M}",
            "ends_at": f"{ends:%Y-%m-%d %H:%M}",
            "capacity": event.capacity,
            "has_waiting_list": "on",
            "promotion_hours": "48",
            "change_reason": "",
            "body": streamfield([]),
            "further_sessions": inline_formset([]),
            "action-publish": "1",
            **changes,
        }
    )


@pytest.fixture
def held(site):
    """A training at a venue, with one person."""
    event = TrainingEventFactory(venue=VenueFactory(), capacity=2)
    join(event, "Sanne")
    return event


def publish(client, event, **changes):
    url = reverse("wagtailsnippets_network_trainingevent:edit", args=[event.pk])
    return client.post(url, as_form(event, **changes))


REASON = ["Er zijn mensen ingeschreven, en de datum, plek, vorm of link is anders."]


@pytest.mark.parametrize("field", ["starts_at", "venue", "online_link", "sessions"])
def test_change_that_people_must_know_needs_a_reason(organiser, held, field):
    later = f"{timezone.localtime(held.starts_at) - timedelta(days=1):%Y-%m-%d %H:%M}"
    session = {"starts_at": "2030-01-01 10:00", "ends_at": "2030-01-01 12:00", "note": ""}
    changes = {
        "starts_at": {"starts_at": later},
        "venue": {"venue": VenueFactory().pk},
        "online_link": {"online_link": "https://vergaderen.example.org/x"},
        "sessions": nested_form_data({"further_sessions": inline_formset([session])}),
    }[field]

    refused = publish(organiser, held, **changes)
    said = [error[: len(REASON[0])] for error in refused.context["form"].errors.get("change_reason", [])]
    answered = publish(organiser, held, **changes, change_reason="De zaal was bezet")

    assert said == REASON
    assert answered.status_code == 302
    assert mails(held)[1:] == [("changed", "Sanne")]


def test_same_reason_does_not_do_for_the_next_change(organiser, held):
    publish(organiser, held, venue=VenueFactory().pk, change_reason="De zaal was bezet")

    refused = publish(organiser, held, venue=VenueFactory().pk, change_reason="De zaal was bezet")

    assert list(refused.context["form"].errors) == ["change_reason"]
    assert mails(held)[1:] == [("changed", "Sanne")]


def test_training_that_is_called_off_needs_no_reason(organiser, held):
    called_off = {
        "cancelled_at": "2026-01-01 10:00",
        "cancellation_reason": "Ziek",
        "venue": VenueFactory().pk,
    }

    assert publish(organiser, held, **called_off).status_code == 302
    assert line(held)["cancelled"] == ["Sanne"]


def test_other_words_and_a_training_without_people_need_no_reason(organiser, held):
    empty = TrainingEventFactory(venue=VenueFactory())

    assert publish(organiser, held, title="Anders").status_code == 302
    assert publish(organiser, empty, venue=VenueFactory().pk).status_code == 302
    assert TrainingEvent.objects.get(pk=held.pk).title == "Anders"


def test_training_with_registrations_is_not_deleted_and_says_why(held):
    admin = browser(somebody(Role.ADMINISTRATOR))
    url = reverse("wagtailsnippets_network_trainingevent:delete", args=[held.pk])

    response = admin.post(url, follow=True)

    [said] = [str(message) for message in response.context["messages"]]
    assert said.startswith(f"Voor “{held.title}” heeft iemand zich aangemeld.")
    assert TrainingEvent.objects.filter(pk=held.pk).exists()


def test_training_without_registrations_can_be_deleted(site):
    event = TrainingEventFactory()
    url = reverse("wagtailsnippets_network_trainingevent:delete", args=[event.pk])

    browser(somebody(Role.ADMINISTRATOR)).post(url)

    assert not TrainingEvent.objects.filter(pk=event.pk).exists()
