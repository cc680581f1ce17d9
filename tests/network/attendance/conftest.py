"""A training of two afternoons in May 2027 with three people."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from cms import limits
from network.attendance.marking import mark
from network.attendance.paper import pdf_maker
from network.attendance.sessions import sessions_of
from network.models import Registration, TrainingSession
from network.registration.actors import organiser
from tests.factories import TrainingEventFactory, UserFactory
from tests.network.conftest import local
from tests.network.registration.people import join, named

FIRST, SECOND = local(2027, 5, 18, 13, 30), local(2027, 5, 25, 13, 30)
AFTER = local(2027, 5, 25, 18)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _nobody_counted():
    limits.forget()


@pytest.fixture
def event(db):
    """Sanne, Bilal and Fenna take part; Karim waits."""
    event = TrainingEventFactory(
        title="Coachend begeleiden",
        slug="coachen",
        capacity=3,
        starts_at=FIRST,
        ends_at=local(2027, 5, 18, 16, 30),
        registration_closes_at=None,
    )
    TrainingSession.objects.create(event=event, starts_at=SECOND, ends_at=local(2027, 5, 25, 17))
    people = ("Sanne de Wit", "Bilal Kaya", "Fenna van den Berg", "Karim Ali")
    join(event, *people, at=local(2027, 3, 1), actor=organiser())
    return event


@pytest.fixture
def there(event):
    """A function: note the names that were at a session (by number), at a moment."""

    def note(number, *names, at=AFTER, present=True):
        marks = {named(event, name).pk: present for name in names}
        return mark(event, sessions_of(event)[number - 1], marks, actor=organiser(), at=at)

    return note


@pytest.fixture
def today(site):
    """A training that began an hour ago and ends in two; Sanne and Bilal take part, Fenna waits."""
    now = timezone.now().replace(microsecond=0)
    event = TrainingEventFactory(
        title="Vandaag", slug="vandaag", capacity=2, starts_at=now - HOUR, registration_closes_at=None
    )
    join(event, "Sanne de Wit", "Bilal Kaya", "Fenna Mol", at=now - 48 * HOUR, actor=organiser())
    return event


@pytest.fixture
def yesterday(site):
    """A training of two days ago, so that the day after has come at any hour. Only Sanne was there."""
    start = timezone.now().replace(microsecond=0) - 48 * HOUR
    event = TrainingEventFactory(
        title="Gisteren", slug="gisteren", capacity=5, starts_at=start, registration_closes_at=None
    )
    join(event, "Sanne de Wit", "Bilal Kaya", at=start - 48 * HOUR, actor=organiser())
    marks = {named(event, "Sanne de Wit").pk: True, named(event, "Bilal Kaya").pk: False}
    mark(event, sessions_of(event)[0], marks, actor=organiser(), at=start)
    return event


@pytest.fixture
def organiser_client(client, site):
    """The client, logged in as somebody who may work with registrations and nothing else."""
    content_type = ContentType.objects.get_for_model(Registration)
    right, _is_new = Permission.objects.get_or_create(
        content_type=content_type,
        codename="manage_registrations",
        defaults={"name": "Can manage registrations"},
    )
    user = UserFactory()
    user.user_permissions.add(right, Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    return client


@pytest.fixture
def needs_pango():
    """Leave the test out where no PDF can be made."""
    if pdf_maker() is None:
        pytest.skip("WeasyPrint or Pango is missing")
