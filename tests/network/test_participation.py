"""Trainings, participants and organisations in numbers: what counts, and when."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps

from network.attendance.marking import mark
from network.attendance.sessions import sessions_of
from network.models import Registration, TrainingEvent, TrainingSession
from network.participation import live_numbers, participation, years
from network.registration.actors import organiser
from network.registration.cancelling import cancel
from network.registration.forgetting import erase
from network.registration.people import organisation_mark
from tests.factories import OrganisationFactory, RegionFactory, TrainingEventFactory
from tests.network.conftest import local
from tests.network.registration.people import join, named, somebody

pytestmark = pytest.mark.django_db
NOW = local(2027, 3, 1, 12)


def given(*names, day=(2027, 2, 1), **values) -> TrainingEvent:
    """A training of the past with these participants, all of them from elsewhere."""
    event = TrainingEventFactory(starts_at=local(*day, 13), registration_closes_at=None, capacity=9, **values)
    if names:
        join(event, *names, actor=organiser(), at=event.starts_at - timedelta(days=9))
    return event


def total(at=NOW, year=None) -> tuple[int, int, int]:
    line = participation(at, year).total
    return line.trainings, line.participants, line.organisations


def lines(by: str, at=NOW, year=None) -> dict[str, tuple[int, int, int]]:
    found = participation(at, year).by[by]
    return {line.label: (line.trainings, line.participants, line.organisations) for line in found}


def test_nothing_counts_before_the_last_session_has_ended():
    event = given("Sanne")
    TrainingSession.objects.create(
        event=event, starts_at=local(2027, 2, 8, 13), ends_at=local(2027, 2, 8, 16)
    )

    before, after = total(local(2027, 2, 8, 15, 59)), total(local(2027, 2, 8, 16))

    assert (before, after) == ((0, 0, 0), (1, 1, 1))


def test_training_that_was_called_off_or_never_published_does_not_count():
    given("Sanne")
    called_off, draft = given("Bilal"), given("Fenna")
    TrainingEvent.objects.filter(pk=called_off.pk).update(cancelled_at=NOW, cancellation_reason="ijzel")
    TrainingEvent.objects.filter(pk=draft.pk).update(live=False)

    assert total() == (1, 1, 1)


def test_training_taken_off_the_site_afterwards_still_counts():
    event = given("Sanne")
    TrainingEvent.objects.filter(pk=event.pk).update(live=False, first_published_at=event.starts_at)

    assert total() == (1, 1, 1)


def test_who_waited_or_cancelled_is_no_participant():
    event = given("Sanne", "Bilal")
    cancel(named(event, "Bilal"), actor=organiser(), at=event.starts_at - timedelta(days=1))
    Registration.objects.filter(name="Sanne").update(status="waiting")
    given("Fenna")

    assert total() == (2, 1, 1)


def test_where_presence_was_recorded_only_who_was_there_counts():
    event, _unknown = given("Sanne", "Bilal", "Fenna"), given("Gerrit")
    (session,) = sessions_of(event)
    marks = {named(event, "Sanne").pk: True, named(event, "Bilal").pk: False}
    mark(event, session, marks, actor=organiser(), at=NOW)

    assert total() == (2, 2, 1)
    assert live_numbers(["participants"], NOW) == {"participants": 2}


def test_erased_participant_still_counts():
    event = given("Sanne")
    erase(named(event, "Sanne"), at=NOW)

    assert total() == (1, 1, 1)


def test_typed_organisation_counts_once_whether_its_people_are_erased_or_not():
    event = given(
        somebody("Sanne", organisation_name="De Hoeve"),
        somebody("Bilal", organisation_name="de  hoeve "),
        somebody("Fenna", organisation_name="De Wei"),
    )
    erase(named(event, "Sanne"), at=NOW)
    erase(named(event, "Fenna"), at=NOW)

    assert total() == (1, 3, 2)
    assert live_numbers(["organisations"], NOW) == {"organisations": 2}


def test_erased_row_keeps_no_name_of_its_organisation():
    event = given(somebody("Sanne", organisation_name="De Hoeve"))
    row = named(event, "Sanne")
    erase(row, at=NOW)

    row.refresh_from_db()
    assert (row.organisation_name, row.organisation_mark) == ("", organisation_mark("de hoeve"))
    assert len(row.organisation_mark) == 64


def test_rows_of_before_get_the_mark_of_their_organisation():
    laar = OrganisationFactory()
    event = given(
        somebody("Sanne", organisation_name="De Hoeve"),
        somebody("Bilal", organisation=laar.pk, organisation_name=""),
        somebody("Fenna", organisation_name=""),
    )
    Registration.objects.update(organisation_mark="")

    import_module("network.migrations.0010_organisation_mark").mark_typed_names(apps, None)

    marks = dict(Registration.objects.filter(event=event).values_list("name", "organisation_mark"))
    assert marks == {"Sanne": organisation_mark("De Hoeve"), "Bilal": "", "Fenna": ""}


def test_organisation_counts_once_however_its_name_was_typed():
    laar = OrganisationFactory(name="Het Laar")
    given(
        somebody("Sanne", organisation=laar.pk, organisation_name=""),
        somebody("Bilal", organisation=laar.pk, organisation_name=""),
        somebody("Fenna", organisation_name="De Hoeve"),
        somebody("Gerrit", organisation_name="de hoeve "),
        somebody("Noor", organisation_name=""),
    )

    assert total() == (1, 5, 2)


def test_year_is_that_of_the_first_session_in_the_netherlands():
    event = given("Sanne", day=(2026, 12, 31))
    midnight = local(2027, 1, 1, 0)
    TrainingEvent.objects.filter(pk=event.pk).update(
        starts_at=midnight, ends_at=midnight + timedelta(hours=2)
    )
    given("Bilal", day=(2026, 12, 31))

    assert (total(year=2026), total(year=2027), total()) == ((1, 1, 1), (1, 1, 1), (2, 2, 1))
    assert lines("year") == {"2026": (1, 1, 1), "2027": (1, 1, 1)}
    assert years(NOW) == [2027, 2026]


def test_numbers_by_region_form_and_kind():
    breda, tilburg = RegionFactory(name="Breda", slug="breda"), RegionFactory(name="Tilburg", slug="tilburg")
    given("Sanne", "Bilal", region=breda, form="online")
    given("Fenna", region=tilburg)
    given(region=tilburg, kind="information_session")

    assert lines("region") == {"Breda": (1, 2, 1), "Tilburg": (2, 1, 1)}
    assert lines("form") == {"online": (1, 2, 1), "op locatie": (2, 1, 1)}
    assert lines("kind") == {"training voor werkbegeleiders": (2, 3, 1), "informatiebijeenkomst": (1, 0, 0)}


@pytest.mark.parametrize("number", [1, 3])
def test_numbers_cost_two_queries_however_many(number, django_assert_num_queries):
    for one in range(number):
        given(f"Deelnemer {one}")

    with django_assert_num_queries(2):
        participation(NOW)


def test_live_numbers_are_those_of_the_table():
    laar = OrganisationFactory()
    given(somebody("Sanne", organisation=laar.pk, organisation_name=""), "Bilal", day=(2026, 5, 1))
    given("Fenna")
    wanted = ["trainings", "participants", "organisations"]

    found = live_numbers([*wanted, *(f"{one}-this-year" for one in wanted)], NOW)

    assert tuple(found[one] for one in wanted) == total() == (2, 3, 2)
    assert tuple(found[f"{one}-this-year"] for one in wanted) == total(year=2027) == (1, 1, 1)
    assert live_numbers(["trainings-this-year"], local(2028, 1, 1, 0)) == {"trainings-this-year": 0}
