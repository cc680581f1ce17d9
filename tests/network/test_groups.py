import pytest

from network.groups import MissingSeat, missing_seats, participating_organisations
from network.models import GroupMember
from tests.factories import OrganisationFactory, ThemeFactory, WorkingGroupFactory

pytestmark = pytest.mark.django_db


def seat(group, kind, organisation=None):
    group.members.add(GroupMember(seat=kind, organisation=organisation))
    group.save()


def test_group_misses_a_delegate_of_every_organisation_that_takes_part():
    first, second = OrganisationFactory(name="A"), OrganisationFactory(name="B")
    OrganisationFactory(name="Weg", left_on="2020-01-01")
    OrganisationFactory(name="Concept", live=False)
    group = WorkingGroupFactory(kind="steering")
    seat(group, "delegate", first)

    assert missing_seats(group) == [MissingSeat("delegate", second)]


def test_delegate_of_an_organisation_that_left_fills_no_seat():
    left, stays = OrganisationFactory(name="Weg", left_on="2020-01-01"), OrganisationFactory(name="A")
    group = WorkingGroupFactory(kind="project")
    seat(group, "delegate", left)

    assert missing_seats(group) == [MissingSeat("delegate", stays)]


def test_preparation_group_also_hears_four_points_of_view():
    organisation = OrganisationFactory()
    group = WorkingGroupFactory(kind="preparation", theme=ThemeFactory())
    seat(group, "delegate", organisation)
    seat(group, "expert")

    assert missing_seats(group) == [
        MissingSeat("student"),
        MissingSeat("supervisor"),
        MissingSeat("carer_or_client"),
    ]


def test_student_of_an_organisation_is_no_delegate_of_it():
    organisation = OrganisationFactory()
    group = WorkingGroupFactory(kind="steering")
    seat(group, "student", organisation)

    assert missing_seats(group) == [MissingSeat("delegate", organisation)]


def test_complete_group_misses_nobody():
    organisation = OrganisationFactory()
    group = WorkingGroupFactory(kind="preparation", theme=ThemeFactory())
    for kind in ("student", "expert", "supervisor", "carer_or_client"):
        seat(group, kind)
    seat(group, "delegate", organisation)

    assert missing_seats(group) == []


def test_missing_seats_of_many_groups_share_one_list_of_organisations(django_assert_num_queries):
    OrganisationFactory()
    group = WorkingGroupFactory()
    organisations = participating_organisations()

    with django_assert_num_queries(1):
        missing_seats(group, organisations=organisations)
