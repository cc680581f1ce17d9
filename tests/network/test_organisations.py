from datetime import timedelta

import pytest
from django.utils import timezone

from network.models import GroupMember, Organisation
from tests.factories import (
    NewsPageFactory,
    OrganisationFactory,
    PersonFactory,
    RegionFactory,
    SiteImageFactory,
    ThemeFactory,
    TrainingEventFactory,
    WorkingGroupFactory,
)
from tests.network.conftest import local

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("number", [1, 3, 300])
def test_organisation_list_costs_five_queries(site, queries, number):
    region = RegionFactory()
    Organisation.objects.bulk_create(
        Organisation(name=f"Huis {n}", slug=f"huis-{n}", region=region, joined_on="2018-01-01")
        for n in range(number)
    )

    assert queries("/organisaties/") == 5


def test_organisation_list_counts_who_takes_part_and_names_who_left_apart(site, client):
    OrganisationFactory(name="Zorg A")
    OrganisationFactory(name="Zorg B", left_on=timezone.localdate() + timedelta(days=1))
    OrganisationFactory(name="Het ROC", kind="school")
    OrganisationFactory(name="Weg", left_on="2020-01-01")
    OrganisationFactory(name="Komt nog", joined_on=timezone.localdate() + timedelta(days=9))
    OrganisationFactory(name="Concept", live=False)

    context = client.get("/organisaties/").context

    groups = [[card.title for card in group["cards"]] for group in context["groups"]]
    assert groups == [["Zorg A", "Zorg B"], ["Het ROC"]]
    assert context["total"] == 3
    assert [card.title for card in context["left"]] == ["Weg"]


@pytest.mark.parametrize("number", [0, 1, 12])
def test_organisation_page_costs_three_queries(site, queries, number):
    organisation = OrganisationFactory(slug="o", logo=SiteImageFactory(), image=SiteImageFactory())
    for _ in range(number):
        organisation.themes.add(ThemeFactory())
        organisation.contact = PersonFactory(photo=SiteImageFactory())
        NewsPageFactory(organisations=[organisation])
        TrainingEventFactory(host=organisation)
        TrainingEventFactory(host=organisation, starts_at=timezone.now() - timedelta(days=3))
        group = WorkingGroupFactory()
        group.members.add(GroupMember(seat="delegate", organisation=organisation))
        group.save()
    organisation.save()

    assert queries("/organisaties/o/") == 3


def test_organisation_page_shows_its_trainings_stories_groups_and_contact(site, client):
    contact = PersonFactory(name="Noor van Dijk", email="noor@example.org")
    organisation = OrganisationFactory(slug="o", joined_on="2018-09-01", contact=contact)
    other = OrganisationFactory()
    TrainingEventFactory(title="Zelf gegeven", host=organisation)
    together = TrainingEventFactory(
        title="Samen gegeven", host=other, starts_at=timezone.now() + timedelta(days=3)
    )
    together.co_organisers.add(organisation)
    together.save()
    TrainingEventFactory(title="Van een ander", host=other)
    TrainingEventFactory(title="Vroeger", host=organisation, starts_at=timezone.now() - timedelta(days=3))
    NewsPageFactory(title="Verhaal", organisations=[organisation])
    NewsPageFactory(title="Ander verhaal", organisations=[other])
    group = WorkingGroupFactory(title="Stuurgroep")
    group.members.add(GroupMember(seat="delegate", organisation=organisation))
    group.save()

    response = client.get("/organisaties/o/")

    assert [card.title for card in response.context["trainings"]] == ["Samen gegeven", "Zelf gegeven"]
    assert [card.title for card in response.context["past_trainings"]] == ["Vroeger"]
    assert [card.title for card in response.context["stories"]] == ["Verhaal"]
    assert list(response.context["groups"]) == ["Stuurgroep"]
    text = response.content.decode()
    assert "september 2018" in text
    assert "noor@example.org" in text


@pytest.mark.parametrize("kind", ["care", "school"])
def test_organisation_without_a_picture_shows_the_drawing_of_its_type(site, client, kind):
    OrganisationFactory(slug="zonder", kind=kind)

    detail = client.get("/organisaties/zonder/").content.decode()
    listing = client.get("/organisaties/").content.decode()

    assert detail.count(f"img/organisation-{kind}") == listing.count(f"img/organisation-{kind}") == 1


def test_organisation_page_hides_a_contact_without_consent(site, client):
    contact = PersonFactory(name="Noor van Dijk", email="noor@example.org", consent_until="2020-01-01")
    OrganisationFactory(slug="o", contact=contact)

    text = client.get("/organisaties/o/").content.decode()

    assert "Noor" not in text
    assert "noor@" not in text


@pytest.mark.parametrize(
    "fields", [{"live": False}, {"expire_at": local(2020, 1, 1)}], ids=["draft", "expired"]
)
def test_organisation_that_is_not_public_is_nowhere(site, client, fields):
    hidden = OrganisationFactory(name="Verborgen Huis", slug="verborgen", **fields)
    shown = OrganisationFactory(name="Open Huis", slug="open")
    event = TrainingEventFactory(slug="t", host=hidden)
    event.co_organisers.add(shown)
    event.save()

    assert client.get("/organisaties/verborgen/").status_code == 404
    listing = client.get("/organisaties/").content.decode()
    assert "Open Huis" in listing
    assert "Verborgen Huis" not in listing
    assert "Verborgen Huis" not in client.get("/trainingen/t/").content.decode()
