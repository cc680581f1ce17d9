"""Trainings on the editors' dashboard, and what organisations, people and trainings lack."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cms import missing
from cms.choices import Role
from network.dashboard import NextTrainings
from tests.cms.editors import browser, somebody
from tests.factories import OrganisationFactory, PersonFactory, TrainingEventFactory, VenueFactory

pytestmark = pytest.mark.django_db


def trainings(rf, role) -> list:
    request = rf.get("/cms/")
    request.user = somebody(role)
    return NextTrainings(request).rows()


def training(title: str, *, capacity: int = 20, closes_in: int = 20, **fields):
    closes_at = timezone.now() + timedelta(days=closes_in)
    return TrainingEventFactory(title=title, capacity=capacity, registration_closes_at=closes_at, **fields)


def found(key: str, role: Role = Role.ADMINISTRATOR) -> list[missing.Found]:
    [check] = [check for check in missing.checks() if check.key == key]
    return check.find(somebody(role))


def test_trainings_to_come_say_which_ask_for_attention(site, rf):
    training("Ruim")
    training("Bijna vol", capacity=3)
    training("Sluit gauw", closes_in=3)
    training("Afgelast", cancelled_at=timezone.now(), cancellation_reason="Ziekte")
    training("Concept", live=False)

    rows = trainings(rf, Role.ORGANISER)

    assert {row.title: (row.tone, row.mark, row.share) for row in rows} == {
        "Ruim": ("good", "Nog 20 plaatsen", 0),
        "Bijna vol": ("few", "Nog 3 plaatsen", 0),
        "Sluit gauw": ("few", "Nog 20 plaatsen", 0),
        "Afgelast": ("full", "Gaat niet door", None),
    }
    assert "Aanmelden kan nog 3 dagen" in rows[2].detail or "3 dagen" in rows[2].detail


def test_training_leads_to_the_editor_for_who_keeps_it_and_to_the_site_for_others(site, rf):
    event = training("Open")

    assert trainings(rf, Role.ORGANISER)[0].url == reverse(
        event.snippet_viewset.get_url_name("edit"), args=[event.pk]
    )
    assert trainings(rf, Role.EDITOR)[0].url == event.get_absolute_url()


def test_trainings_cost_one_query(site, rf, django_assert_num_queries):
    request = rf.get("/cms/")
    request.user = somebody(Role.ORGANISER)
    request.user.has_perm("network.change_trainingevent")  # the rights are read once a request
    for number in range(4):
        training(f"Training {number}", capacity=3)

    with django_assert_num_queries(1):
        assert len(NextTrainings(request).rows()) == 4


def test_panel_stands_on_the_dashboard_with_a_bar(site):
    training("Bijna vol", capacity=3)

    page = browser(somebody(Role.ORGANISER)).get(reverse("wagtailadmin_home")).content.decode()

    assert "Nog 3 plaatsen" in page
    assert '<progress class="zin-row__bar" max="100" value="0"' in page


def test_organisations_whose_visitors_cannot_ask_anybody(site):
    shown, hidden = PersonFactory(), PersonFactory(consent_on=None)
    OrganisationFactory(name="Met", contact=shown)
    OrganisationFactory(name="Zonder")
    OrganisationFactory(name="Verborgen", contact=hidden)
    OrganisationFactory(name="Voorbij", left_on="2020-01-01")
    OrganisationFactory(name="Concept", live=False)

    assert [one.title for one in found("organisations-without-contact")] == ["Verborgen", "Zonder"]
    assert found("organisations-without-contact", Role.ORGANISER) == []


def test_people_whose_consent_ends(site):
    today = timezone.localdate()
    PersonFactory(name="Bijna", consent_until=today + timedelta(days=30))
    PersonFactory(name="Later", consent_until=today + timedelta(days=31))
    PersonFactory(name="Altijd")

    assert [one.title for one in found("consent-of-people", Role.EDITOR)] == ["Bijna"]


def test_trainings_soon_say_what_they_lack(site):
    soon = timezone.now() + timedelta(days=41)
    text = [("text", "<p>We oefenen.</p>")]
    whole = TrainingEventFactory(title="Heel", starts_at=soon, venue=VenueFactory(), body=text)
    whole.trainers.add(PersonFactory())
    whole.save()
    TrainingEventFactory(title="Leeg", starts_at=soon)
    TrainingEventFactory(title="Online", starts_at=soon, form="online", body=text)
    TrainingEventFactory(title="Later", starts_at=soon + timedelta(days=2))

    lacking = {one.title: one.detail.split(": ")[1] for one in found("trainings-soon-incomplete")}

    assert lacking == {"Leeg": "geen trainer, geen locatie, geen programma", "Online": "geen trainer"}
    assert found("trainings-soon-incomplete", Role.EDITOR) == []
