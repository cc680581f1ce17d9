"""A training of two afternoons in May 2027 with three people."""

import pytest

from network.attendance.marking import mark
from network.attendance.sessions import sessions_of
from network.models import TrainingSession
from network.registration.actors import organiser
from tests.factories import TrainingEventFactory
from tests.network.conftest import local
from tests.network.registration.people import join, named

FIRST, SECOND = local(2027, 5, 18, 13, 30), local(2027, 5, 25, 13, 30)
AFTER = local(2027, 5, 25, 18)


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
