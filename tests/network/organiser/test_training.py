from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from cms.choices import Role
from network.dashboard import Undecided
from network.models import TrainingEvent, TrainingSession
from network.organiser.copying import copy_training
from network.organiser.timeline import timeline
from tests.cms.editors import browser, somebody
from tests.factories import ThemeFactory, TrainingEventFactory, VenueFactory
from tests.network.organiser.pages import address, texts
from tests.network.registration.people import join, line, mails

pytestmark = pytest.mark.django_db


def dutch(*moment) -> datetime:
    return timezone.make_aware(datetime(*moment))  # noqa: DTZ001  # made aware


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


# --- Timeline, dashboard ------------------------------------------------------------------------------------
def test_timeline_says_what_happens_when(site, settings):
    settings.RETENTION_MONTHS = 12
    event = TrainingEventFactory(
        starts_at=dutch(2027, 3, 30, 13, 30),
        ends_at=dutch(2027, 3, 30, 16, 30),
        registration_opens_at=dutch(2027, 1, 1, 8, 0),
        registration_closes_at=dutch(2027, 3, 20, 23, 0),
        seats_per_organisation=2,
        shares_released_at=dutch(2027, 2, 1, 0, 0),
        decides_on=date(2027, 3, 10),
        minimum_number=8,
    )
    event.seats_taken = 3

    moments = timeline(event, dutch(2027, 2, 15, 12, 0))

    assert [(f"{timezone.localtime(one.at):%m-%d %H:%M}", one.label, one.is_past) for one in moments] == [
        ("01-01 08:00", "Aanmelden opent", True),
        ("02-01 00:00", "Ongebruikte plaatsen van organisaties zijn voor iedereen", True),
        ("03-10 00:00", "Beslissen: gaat het door?", False),
        ("03-20 23:00", "Aanmelden sluit", False),
        ("03-23 09:00", "Herinnering, 7 dagen ervoor", False),
        ("03-28 13:30", "Laatste moment dat een vrije plaats vanzelf naar de wachtlijst gaat", False),
        ("03-29 09:00", "Herinnering, 1 dag ervoor", False),
        ("03-30 13:30", "De training begint", False),
        ("03-30 16:30", "De training is afgelopen", False),
        ("03-30 16:30", "Namen en adressen worden verwijderd", False),
    ]
    assert [(one.note, one.is_alarm) for one in moments if one.is_alarm] == [
        ("3 van minstens 8 mensen", True)
    ]


def test_personal_data_goes_after_the_last_session(site):
    event = TrainingEventFactory(starts_at=dutch(2027, 3, 30, 13, 30))
    event.seats_taken = 0
    TrainingSession.objects.create(
        event=event, starts_at=dutch(2027, 5, 31, 9, 0), ends_at=dutch(2027, 5, 31, 12, 0)
    )

    assert timezone.localtime(timeline(event, event.starts_at)[-1].at) == dutch(2028, 5, 31, 12, 0)


def test_dashboard_asks_whether_a_training_with_few_people_goes_on(site, rf):
    today = timezone.localdate()
    for title, days, minimum in (("Nu", 7, 2), ("Later", 8, 2), ("Genoeg", 1, 1), ("Voorbij", -1, 5)):
        event = TrainingEventFactory(
            title=title, decides_on=today + timedelta(days=days), minimum_number=minimum, capacity=9
        )
        join(event, f"Deelnemer {title}")

    def rows(role):
        request = rf.get("/cms/")
        request.user = somebody(role)
        return [(row.title, row.mark) for row in Undecided(request).rows()]

    assert rows(Role.ORGANISER) == [("Voorbij", "1 van minstens 5 mensen"), ("Nu", "1 van minstens 2 mensen")]
    assert rows(Role.EDITOR) == []


# --- Copies -------------------------------------------------------------------------------------------------
def test_copy_is_a_draft_with_the_content_and_moved_moments(site):
    event = TrainingEventFactory(
        title="Vragen stellen",
        starts_at=dutch(2027, 3, 11, 13, 30),
        ends_at=dutch(2027, 3, 11, 16, 30),
        registration_opens_at=dutch(2027, 3, 1, 9, 0),
        registration_closes_at=None,
        decides_on=date(2027, 3, 4),
        cancelled_at=timezone.now(),
        cancellation_reason="Ziek",
    )
    TrainingSession.objects.create(
        event=event, starts_at=dutch(2027, 3, 18, 9, 0), ends_at=dutch(2027, 3, 18, 12, 0), note="Deel 2"
    )
    theme = ThemeFactory()
    event.themes.set([theme])
    event.save()
    join_before = event.slug

    [copy] = copy_training(event, date(2027, 4, 8), user=somebody(Role.ORGANISER))

    copy = TrainingEvent.objects.get(pk=copy.pk)
    assert (copy.title, copy.live, copy.slug == join_before) == ("Vragen stellen", False, False)
    assert (copy.starts_at, copy.ends_at) == (dutch(2027, 4, 8, 13, 30), dutch(2027, 4, 8, 16, 30))
    assert copy.registration_opens_at == dutch(2027, 3, 29, 9, 0)  # summer time has begun
    assert (copy.registration_closes_at, copy.decides_on) == (None, date(2027, 4, 1))
    assert (copy.cancelled_at, copy.cancellation_reason) == (None, "")
    assert list(copy.themes.all()) == [theme]
    assert [(one.starts_at, one.note) for one in copy.further_sessions.all()] == [
        (dutch(2027, 4, 15, 9, 0), "Deel 2")
    ]
    assert TrainingSession.objects.filter(event=event).count() == 1


def test_series_of_copies_is_made_from_the_screen(event, organiser):
    first = timezone.localdate(event.starts_at) + timedelta(days=10)
    data = {"starts_on": f"{first:%Y-%m-%d}", "copies": "3", "weeks_apart": "2"}

    organiser.post(address("copy", event), data)

    copies = TrainingEvent.objects.exclude(pk=event.pk).order_by("starts_at")
    assert [timezone.localdate(copy.starts_at) - first for copy in copies] == [
        timedelta(days=0),
        timedelta(days=14),
        timedelta(days=28),
    ]
    assert [copy.slug for copy in copies] == [
        "coachend-begeleiden",
        "coachend-begeleiden-2",
        "coachend-begeleiden-3",
    ]
    assert [copy.registrations.count() for copy in copies] == [0, 0, 0]


def test_copy_of_a_draft_copies_what_the_editor_shows(site):
    event = TrainingEventFactory(title="Oud", live=False)
    event.title = "Nieuw"
    event.save_revision()

    [copy] = copy_training(event, timezone.localdate(), user=somebody(Role.ORGANISER))

    assert (copy.title, copy.get_latest_revision_as_object().title) == ("Nieuw", "Nieuw")
