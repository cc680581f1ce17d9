from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from network.models import GroupMember, TrainingEvent
from tests.factories import (
    OrganisationFactory,
    PersonFactory,
    RegionFactory,
    ResultFigureFactory,
    TrainingEventFactory,
    VenueFactory,
    WorkingGroupFactory,
)

pytestmark = pytest.mark.django_db
KINDS = ["trainingevent", "organisation", "person", "workinggroup", "resultfigure", "region", "venue"]


def address(kind: str, view: str, *args) -> str:
    return reverse(f"wagtailsnippets_network_{kind}:{view}", args=args)


def thin_training(**fields) -> dict:
    """What an editor must fill in for a draft, and the form's own bookkeeping."""
    starts_at = timezone.localtime() + timedelta(days=30)
    return nested_form_data(
        {
            "title": "Vragen stellen",
            "slug": "",
            "summary": "",
            "kind": "supervisor_training",
            "form": "on_site",
            "region": RegionFactory().pk,
            "host": OrganisationFactory().pk,
            "starts_at": f"{starts_at:%Y-%m-%d %H:%M}",
            "ends_at": f"{starts_at + timedelta(hours=3):%Y-%m-%d %H:%M}",
            "capacity": "20",
            "promotion_hours": "48",
            "has_waiting_list": "on",
            "body": streamfield([]),
            "further_sessions": inline_formset([]),
            **fields,
        }
    )


def test_draft_of_a_training_needs_few_fields_and_gets_an_address(beheer):
    response = beheer.post(address("trainingevent", "add"), thin_training())

    assert response.status_code == 302
    event = TrainingEvent.objects.get()
    assert (event.slug, event.live, event.venue) == ("vragen-stellen", False, None)


def test_second_training_of_the_same_name_gets_a_number(beheer):
    TrainingEventFactory(slug="vragen-stellen")

    beheer.post(address("trainingevent", "add"), thin_training())

    assert TrainingEvent.objects.filter(slug="vragen-stellen-2").exists()


def test_training_is_not_published_without_venue_or_summary(beheer):
    data = {**thin_training(), "action-publish": "1"}

    response = beheer.post(address("trainingevent", "add"), data)

    assert response.status_code == 200
    assert set(response.context["form"].errors) == {"summary", "venue"}
    assert TrainingEvent.objects.count() == 0


def test_training_that_is_complete_is_published(beheer, client):
    data = {**thin_training(summary="Kort.", venue=VenueFactory().pk), "action-publish": "1"}

    response = beheer.post(address("trainingevent", "add"), data)

    assert response.status_code == 302
    assert client.get("/trainingen/vragen-stellen/").status_code == 200


@pytest.mark.parametrize("field", ["title", "region", "host", "starts_at", "ends_at"])
def test_draft_of_a_training_needs_this_field(beheer, field):
    response = beheer.post(address("trainingevent", "add"), {**thin_training(), field: ""})

    assert field in response.context["form"].errors
    assert TrainingEvent.objects.count() == 0


@pytest.mark.parametrize(
    ("mode", "state"),
    [
        ("", "open"),
        ("open", "open"),
        ("few", "open"),
        ("full", "waiting-list"),
        ("cancelled", "cancelled"),
        ("past", "past"),
    ],
)
def test_preview_of_a_training_in_each_state(beheer, mode, state):
    event = TrainingEventFactory(title="Oud", capacity=20)
    path = address("trainingevent", "preview_on_edit", event.pk)
    data = thin_training(title="Nieuw", slug=event.slug, venue=VenueFactory(name="Zaal Nieuw").pk)
    assert beheer.post(path, data).json()["is_valid"]

    text = beheer.get(path, {"mode": mode}).content.decode()

    assert f'data-registration-state="{state}"' in text
    assert "Nieuw" in text
    assert "Zaal Nieuw" in text
    assert ('data-seats-left="4"' in text) == (mode == "few")


def test_preview_shows_what_is_not_stored_yet(beheer):
    path = address("trainingevent", "preview_on_add")
    at = timezone.localtime() + timedelta(days=60)
    session = {"starts_at": f"{at:%Y-%m-%d %H:%M}", "ends_at": f"{at + timedelta(hours=2):%Y-%m-%d %H:%M}"}
    data = thin_training(
        further_sessions=inline_formset([{**session, "note": "Terugkomdag"}]),
        body=streamfield([("text", "<p>Programma</p>")]),
    )
    data["trainers"] = [PersonFactory(name="Bas de Wit").pk]
    data["body-0-value"] = '{"blocks": [{"text": "Wat we doen", "type": "unstyled"}], "entityMap": {}}'
    answer = beheer.post(path, data).json()
    assert answer["is_valid"], answer

    text = beheer.get(path).content.decode()

    assert "Bas de Wit" in text
    assert "Terugkomdag" in text
    assert "Wat we doen" in text


def test_preview_of_an_organisation(beheer):
    organisation = OrganisationFactory(name="Huis", slug="huis")
    path = address("organisation", "preview_on_edit", organisation.pk)
    data = {
        "name": "Nieuw Huis",
        "slug": "huis",
        "kind": "care",
        "region": organisation.region_id,
        "joined_on": "2018-01-01",
        "description": '{"blocks": [], "entityMap": {}}',
    }
    assert beheer.post(path, data).json()["is_valid"]

    assert "Nieuw Huis" in beheer.get(path).content.decode()


@pytest.mark.parametrize("kind", KINDS)
def test_editors_list_and_form_of_every_kind_open(beheer, kind):
    TrainingEventFactory(venue=VenueFactory())
    WorkingGroupFactory()
    PersonFactory()
    ResultFigureFactory()

    assert beheer.get(address(kind, "list"), {"q": "a"}).status_code == 200
    assert beheer.get(address(kind, "list"), {"ordering": "-pk"}).status_code == 200
    assert beheer.get(address(kind, "add")).status_code == 200


def test_editor_of_a_live_training_can_see_it_live(beheer):
    event = TrainingEventFactory(slug="t")
    draft = TrainingEventFactory(slug="concept", live=False)

    assert 'href="/trainingen/t/"' in beheer.get(address("trainingevent", "edit", event.pk)).content.decode()
    page = beheer.get(address("trainingevent", "edit", draft.pk)).content.decode()
    assert 'href="/trainingen/concept/"' not in page
    listing = beheer.get(address("trainingevent", "list")).content.decode()
    assert 'href="/trainingen/t/"' in listing
    assert 'href="/trainingen/concept/"' not in listing


def test_editors_see_who_is_missing_in_a_group(beheer):
    OrganisationFactory(name="Het Laar")
    OrganisationFactory(name="Maria-oord")
    group = WorkingGroupFactory()
    group.members.add(GroupMember(seat="student"))
    group.save()

    listing = beheer.get(address("workinggroup", "list")).content.decode()
    text = beheer.get(address("workinggroup", "inspect", group.pk)).content.decode()

    assert "2 " in listing
    assert "Het Laar" in text
    assert "Maria-oord" in text


def test_revision_of_a_training_can_be_previewed_and_compared(beheer):
    event = TrainingEventFactory()
    first = event.save_revision()
    event.title = "Anders"
    second = event.save_revision()

    view = address("trainingevent", "revisions_view", event.pk, first.pk)
    compare = address("trainingevent", "revisions_compare", event.pk, first.pk, second.pk)

    assert beheer.get(view).status_code == 200
    assert "Anders" in beheer.get(compare).content.decode()
