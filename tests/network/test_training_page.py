from datetime import timedelta

import pytest
from django.utils import timezone

from network.availability import deadline_in_words
from network.models import TrainingSession
from tests.factories import (
    AudienceFactory,
    GuidePageFactory,
    NewsPageFactory,
    OrganisationFactory,
    PersonFactory,
    SiteDocumentFactory,
    SiteImageFactory,
    ThemeFactory,
    TrainingEventFactory,
    VenueFactory,
)
from tests.network.conftest import local
from tests.network.registration.people import join

pytestmark = pytest.mark.django_db
SECRET = "https://vergadering.example.org/geheim-123"


def rich_training(number: int):
    """A training with ``number`` of everything that can be linked to it."""
    person = PersonFactory(
        email="vraag@example.org", organisation=OrganisationFactory(), photo=SiteImageFactory()
    )
    event = TrainingEventFactory(
        title="Rijk",
        slug="rijk",
        venue=VenueFactory(),
        image=SiteImageFactory(),
        contact=person,
        online_link=SECRET,
    )
    for _ in range(number):
        theme = ThemeFactory()
        event.themes.add(theme)
        event.audiences.add(AudienceFactory())
        event.trainers.add(PersonFactory(photo=SiteImageFactory()))
        event.co_organisers.add(OrganisationFactory())
        event.materials.add(SiteDocumentFactory())
        starts_at = event.starts_at + timedelta(days=7)
        event.further_sessions.add(
            TrainingSession(starts_at=starts_at, ends_at=starts_at + timedelta(hours=2))
        )
        NewsPageFactory(themes=[theme])
        GuidePageFactory(themes=[theme])
        TrainingEventFactory(host=event.host).themes.add(theme)
    event.body = [
        block
        for _ in range(number)
        for block in (
            ("heading", {"text": "Programma", "level": "2"}),
            ("text", "<p>Oefenen met vragen stellen.</p>"),
            ("image", {"image": SiteImageFactory(), "caption": "", "layout": "column"}),
            ("quote", {"text": "Mooi", "person": person, "name": "", "role": ""}),
        )
    ]
    event.save()
    return event


@pytest.mark.parametrize("number", [1, 12])
def test_training_page_costs_three_queries(site, queries, number):
    rich_training(number)

    assert queries("/trainingen/rijk/") == 3


@pytest.mark.parametrize("number", [0, 1, 12])
def test_training_page_costs_three_queries_with_few_or_many_links(site, queries, number):
    event = TrainingEventFactory(slug="kaal")
    for day in range(number):
        at = event.starts_at + timedelta(days=day + 1)
        event.further_sessions.add(TrainingSession(starts_at=at, ends_at=at + timedelta(hours=1)))
    event.save()

    assert queries("/trainingen/kaal/") == 3


def test_training_page_shows_every_session_in_the_time_of_amsterdam(site, client):
    event = TrainingEventFactory(
        slug="t", starts_at=local(2031, 3, 28, 13, 30), ends_at=local(2031, 3, 28, 16, 30)
    )
    event.further_sessions.add(
        TrainingSession(starts_at=local(2031, 3, 31, 9), ends_at=local(2031, 3, 31, 12), note="Terugkomdag")
    )
    event.save()

    text = client.get("/trainingen/t/").content.decode()

    assert "vrijdag 28 maart 2031" in text
    assert "13.30 – 16.30" in text
    assert "maandag 31 maart 2031" in text
    assert "09.00 – 12.00" in text
    assert "Terugkomdag" in text


def state_of(client, **fields) -> tuple[str, str]:
    event = TrainingEventFactory(**{"capacity": 12, **fields})
    text = client.get(event.get_absolute_url()).content.decode()
    marks = text.split('data-seats-left="')[1]
    return marks.split('"')[0], marks.split('data-registration-state="')[1].split('"')[0]


def test_training_page_marks_what_a_visitor_can_do(site, client):
    now = timezone.now()
    day = timedelta(days=1)

    assert state_of(client) == ("12", "open")
    assert state_of(client, registration_closes_at=now - day) == ("12", "closed")
    opens = {"registration_opens_at": now + day, "registration_closes_at": now + 9 * day}
    assert state_of(client, **opens) == ("12", "not-yet-open")
    assert state_of(client, cancelled_at=now, cancellation_reason="De trainer is ziek.") == ("0", "cancelled")
    assert state_of(client, starts_at=now - day) == ("0", "past")


def test_training_page_says_why_it_is_cancelled_and_offers_no_registration(site, client):
    TrainingEventFactory(
        slug="t", cancelled_at=timezone.now(), cancellation_reason="De trainer is ziek.", contact=contact()
    )

    text = client.get("/trainingen/t/").content.decode()

    assert "De trainer is ziek." in text
    assert "/trainingen/t/aanmelden/" not in text


def contact():
    return PersonFactory(email="vraag@example.org")


def test_training_page_leads_to_the_form_while_it_is_open(site, client):
    TrainingEventFactory(slug="t", title="Vragen & luisteren")

    response = client.get("/trainingen/t/")

    assert response.context["register_url"] == "/trainingen/t/aanmelden/"
    assert response.content.decode().count('href="/trainingen/t/aanmelden/"') == 2  # the panel and the bar
    assert 'class="action-bar"' in response.content.decode()


def test_training_page_leads_to_the_waiting_list_in_other_words(site, client):
    event = TrainingEventFactory(slug="t", capacity=1)
    join(event, "Sanne")

    text = client.get("/trainingen/t/").content.decode()

    assert text.count("Op de wachtlijst</a>") == 2
    assert "Aanmelden</a>" not in text


def test_training_page_shows_only_people_whose_consent_holds(site, client):
    event = TrainingEventFactory(
        slug="t", contact=PersonFactory(name="Oud Contact", consent_until="2020-01-01")
    )
    event.trainers.add(
        PersonFactory(name="Wel Akkoord"),
        PersonFactory(name="Nooit Akkoord", consent_on=None),
        PersonFactory(name="Niet Meer", consent_until="2021-01-01"),
    )
    event.save()

    text = client.get("/trainingen/t/").content.decode()

    assert "Wel Akkoord" in text
    assert "Nooit Akkoord" not in text
    assert "Niet Meer" not in text
    assert "Oud Contact" not in text


def test_online_link_is_in_no_output(site, client):
    event = rich_training(2)
    event.form = "online"
    event.save()

    for path in (
        "/trainingen/rijk/",
        "/trainingen/",
        "/trainingen/agenda.ics",
        "/trainingen/rijk/agenda.ics",
        f"/organisaties/{event.host.slug}/",
        "/",
        "/api/v2/trainings/",
    ):
        response = client.get(path)
        text = response.content.decode().replace("\r\n ", "")

        assert response.status_code == 200, path
        assert "geheim-123" not in text, path
    assert "Rijk" in client.get("/trainingen/agenda.ics").content.decode()


@pytest.mark.parametrize(
    "fields",
    [
        {"live": False},
        {"live": False, "go_live_at": local(2035, 1, 1)},
        {"expire_at": local(2020, 1, 1)},
        {"live": False, "expired": True},
    ],
    ids=["draft", "scheduled", "expired but not yet taken off", "expired"],
)
def test_training_that_is_not_public_is_nowhere(site, client, fields):
    host, theme = OrganisationFactory(slug="gastheer"), ThemeFactory()
    shown = TrainingEventFactory(title="Openbare Training", slug="openbaar", host=host)
    hidden = TrainingEventFactory(title="Verborgen Training", slug="verborgen", host=host, **fields)
    for event in (shown, hidden):
        event.themes.add(theme)
        event.save()
    TrainingEventFactory(title="Ook openbaar", slug="ook").themes.add(theme)

    for path in ("/trainingen/", "/organisaties/gastheer/", "/trainingen/agenda.ics"):
        text = client.get(path).content.decode()
        assert "Openbare Training" in text, path
        assert "Verborgen Training" not in text, path
    assert "Verborgen Training" not in client.get("/trainingen/openbaar/").content.decode()
    assert client.get("/trainingen/verborgen/").status_code == 404
    assert client.get("/trainingen/verborgen/agenda.ics").status_code == 404


def test_training_page_shows_stories_and_trainings_with_the_same_theme(site, client):
    theme = ThemeFactory()
    event = TrainingEventFactory(slug="t")
    event.themes.add(theme)
    event.save()
    other = TrainingEventFactory(title="Nog een training")
    other.themes.add(theme)
    other.save()
    NewsPageFactory(title="Verhaal erover", themes=[theme])
    NewsPageFactory(title="Verhaal ergens over")

    response = client.get("/trainingen/t/")

    assert [card.title for card in response.context["stories"]] == ["Verhaal erover"]
    assert [card.title for card in response.context["other_trainings"]] == ["Nog een training"]


def test_deadline_counts_days_of_the_calendar():
    at = local(2031, 3, 28, 23, 0)

    assert deadline_in_words(None, at) == ""
    assert deadline_in_words(local(2031, 4, 9), at) == ""
    words = [deadline_in_words(local(2031, 3, day, 0, 30), at) for day in (28, 29, 31)]
    assert len(set(words)) == 3
    assert "3" in words[2]
