"""Templates of trainings: keep one, make a draft from it on another day, delete it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from cms.choices import Role
from network.models import Organisation, TrainingEvent, TrainingSession, TrainingTemplate
from network.organiser.copying import TemplateOutdated, keep_as_template, make_from_template
from tests.cms.editors import browser, somebody
from tests.factories import OrganisationFactory, TrainingEventFactory, TrainingIdeaFactory
from tests.network.organiser.pages import address, texts
from tests.network.registration.people import join

pytestmark = pytest.mark.django_db
LIST = "/cms/trainingen/sjablonen/"


def dutch(*moment) -> datetime:
    return datetime(*moment, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture
def course(site):
    event = TrainingEventFactory(
        title="Vragen stellen",
        starts_at=dutch(2027, 3, 11, 13, 30),
        ends_at=dutch(2027, 3, 11, 16, 30),
        registration_closes_at=dutch(2027, 3, 4, 12),
    )
    TrainingSession.objects.create(
        event=event, starts_at=dutch(2027, 3, 18, 9), ends_at=dutch(2027, 3, 18, 12), note="Deel 2"
    )
    return event


def test_training_is_made_from_a_template_after_the_first_one_has_changed(course, organiser):
    organiser.post(address("keep_template", course), {"name": " Vragen  stellen "})
    join(course, "Sanne", at=dutch(2027, 1, 1))
    TrainingEvent.objects.filter(pk=course.pk).update(title="Anders", capacity=99)
    template = TrainingTemplate.objects.get()

    response = organiser.post(
        LIST,
        {"template": template.pk, "action": "make", f"template-{template.pk}-starts_on": "2027-06-10"},
    )

    made = TrainingEvent.objects.exclude(pk=course.pk).get()
    assert template.name == "Vragen stellen"
    assert response.url == f"/cms/snippets/network/trainingevent/edit/{made.pk}/"
    assert (made.title, made.capacity, made.live) == ("Vragen stellen", course.capacity, False)
    assert (made.starts_at, made.registration_closes_at) == (
        dutch(2027, 6, 10, 13, 30),
        dutch(2027, 6, 3, 12),
    )
    assert [(one.starts_at, one.note) for one in made.further_sessions.all()] == [
        (dutch(2027, 6, 17, 9), "Deel 2")
    ]
    assert made.registrations.count() == 0
    assert TrainingSession.objects.filter(event=course).count() == 1


def test_two_trainings_of_one_template_have_their_own_sessions(course):
    template = keep_as_template(course, "Vragen stellen")

    made = [make_from_template(template, date(2027, 9, day), user=None) for day in (1, 8)]

    assert [one.further_sessions.count() for one in made] == [1, 1]
    assert TrainingSession.objects.count() == 3


def test_template_of_a_training_that_was_planned_tells_nobody_again(course):
    course.planned_from = TrainingIdeaFactory(slug="idee")
    course.save()

    made = make_from_template(keep_as_template(course, "Vragen stellen"), date(2027, 9, 1), user=None)

    assert made.planned_from is None


def test_name_of_a_template_is_used_once(course, organiser):
    for _time in range(2):
        response = organiser.post(address("keep_template", course), {"name": "vragen STELLEN"})

    assert response.status_code == 422
    assert TrainingTemplate.objects.count() == 1


def test_template_without_its_organisation_makes_nothing(course):
    course.host = OrganisationFactory()
    course.save()
    template = keep_as_template(course, "Vragen stellen")
    TrainingEvent.objects.filter(pk=course.pk).update(host=OrganisationFactory())
    Organisation.objects.filter(pk=course.host_id).delete()

    with pytest.raises(TemplateOutdated):
        make_from_template(template, date(2027, 9, 1), user=None)

    assert TrainingEvent.objects.count() == 1


@pytest.mark.parametrize("day", ["", "gisteren"])
def test_day_that_is_none_makes_nothing(course, organiser, day):
    template = keep_as_template(course, "Vragen stellen")

    response = organiser.post(
        LIST, {"template": template.pk, "action": "make", f"template-{template.pk}-starts_on": day}
    )

    assert (response.status_code, TrainingEvent.objects.count()) == (422, 1)


def test_template_is_deleted_and_its_training_stays(course, organiser):
    template = keep_as_template(course, "Vragen stellen")
    make_from_template(template, date(2027, 9, 1), user=None)
    names = texts(organiser.get(LIST), ".zin-row strong")

    organiser.post(LIST, {"template": template.pk, "action": "delete"})

    assert (names, texts(organiser.get(LIST), ".zin-row strong")) == (["Vragen stellen"], [])
    assert TrainingEvent.objects.count() == 2


@pytest.mark.parametrize("role", [Role.EDITOR, Role.MODERATOR])
def test_who_may_not_work_with_registrations_finds_no_templates(course, role):
    client = browser(somebody(role))

    assert [client.get(path).status_code for path in (LIST, address("keep_template", course))] == [404, 404]
