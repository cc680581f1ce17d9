from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db.models import F
from django.utils import timezone

from cms import prepared
from cms.models import SiteImage, Theme
from cms.prepared import Arm
from cms.references import rows
from cms.visit import Visit, visiting
from network.models import Person, Submission, TrainingEvent
from tests.factories import PersonFactory, SiteImageFactory, ThemeFactory, TrainingEventFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch):
    monkeypatch.setattr(prepared, "_statements", {})


def found(arm: Arm) -> list[int]:
    return sorted(pk for _kind, pk, _data in prepared.fetch([arm]))


def upcoming(at: datetime) -> Arm:
    def make(at):
        return rows("training", TrainingEvent.objects.upcoming(at), {"title": F("title")})

    return Arm(make, {"at": at}, "upcoming")


def test_kept_statement_takes_the_moment_of_each_visit():
    event = TrainingEventFactory(starts_at=datetime(2027, 3, 1, 12, tzinfo=UTC))

    before = found(upcoming(event.starts_at - timedelta(microseconds=1)))
    after = found(upcoming(event.starts_at))

    assert (before, after) == ([event.pk], [])
    assert len(prepared._statements) == 1


def test_kept_statement_takes_the_local_date_of_the_moment():
    """22.30 and 23.30 UTC on 30 June are two days in Amsterdam."""
    person = PersonFactory(consent_until="2027-06-30")

    def make(at):
        return rows("person", Person.objects.with_consent(timezone.localdate(at)), {"name": F("name")})

    moments = [datetime(2027, 6, 30, 21, 59, tzinfo=UTC), datetime(2027, 6, 30, 22, 1, tzinfo=UTC)]
    shown = [found(Arm(make, {"at": at}, "person")) for at in moments]

    assert shown == [[person.pk], []]


def test_consent_of_a_picture_ends_at_midnight_though_the_statement_is_kept():
    from cms.pictures import build_picture, picture_json

    image = SiteImageFactory(consent_until="2027-06-30")

    def make(at):
        return rows("image", SiteImage.objects.filter(pk=image.pk), {"picture": picture_json(None, at)})

    pictures = [
        build_picture(data["picture"])
        for at in (datetime(2027, 6, 30, 12, tzinfo=UTC), datetime(2027, 7, 1, 12, tzinfo=UTC))
        for _kind, _pk, data in prepared.fetch([Arm(make, {"at": at}, "image")])
    ]

    assert [bool(picture) for picture in pictures] == [True, False]


def test_keys_and_texts_of_each_visit_are_filled_in():
    first, second = ThemeFactory(slug="een"), ThemeFactory(slug="twee")

    def by_key(pk):
        return rows("theme", Theme.objects.filter(pk=pk), {"title": F("title")})

    def by_slug(slug):
        return rows("theme", Theme.objects.filter(slug=slug), {"title": F("title")})

    assert found(Arm(by_key, {"pk": first.pk}, "key")) == [first.pk]
    assert found(Arm(by_key, {"pk": second.pk}, "key")) == [second.pk]
    assert found(Arm(by_slug, {"slug": "een"}, "slug")) == [first.pk]
    assert found(Arm(by_slug, {"slug": "twee' OR 1=1"}, "slug")) == []


def test_arm_that_can_have_no_row_asks_nothing(django_assert_num_queries):
    def make():
        return rows("theme", Theme.objects.none(), {"title": F("title")})

    with django_assert_num_queries(0):
        assert list(prepared.fetch([Arm(make, {}, "none")])) == []


def test_arm_without_shape_is_not_kept():
    def make():
        return rows("theme", Theme.objects.all(), {"title": F("title")})

    assert found(Arm(make, {})) == []
    assert prepared._statements == {}


def test_count_and_select_keep_the_order_of_the_set():
    late = TrainingEventFactory(starts_at=datetime(2027, 3, 2, 12, tzinfo=UTC))
    soon = TrainingEventFactory(starts_at=datetime(2027, 3, 1, 12, tzinfo=UTC))
    at = {"at": datetime(2027, 1, 1, tzinfo=UTC)}

    def make(at):
        return TrainingEvent.objects.upcoming(at).values_list("pk")

    assert prepared.select(Arm(make, at, "list")) == [(soon.pk,), (late.pk,)]
    assert prepared.count(Arm(make, at, "list")) == 2


def test_two_sets_of_one_name_have_a_statement_each(site):
    first, second = ThemeFactory(slug="een"), ThemeFactory(slug="twee")

    def of_first(pk):
        return Theme.objects.filter(pk=pk), {"title": F("title")}

    def all_but(pk):
        return Theme.objects.exclude(pk=pk), {"title": F("title")}

    shown = []
    for make in (of_first, all_but):
        with visiting(Visit("testserver", 80)) as visit:
            asked = visit.references.want_rows("same name", make, lambda pk, data: pk, pk=first.pk)
            shown.append(list(asked))

    assert shown == [[first.pk], [second.pk]]


def test_uuid_of_each_visit_is_filled_in():
    events = TrainingEventFactory.create_batch(2)
    numbers = [
        Submission.objects.create(id=uuid4(), event=event, created_at=timezone.now()).pk for event in events
    ]

    def make(number):
        return rows("training", TrainingEvent.objects.filter(submissions=number), {"title": F("title")})

    shown = [found(Arm(make, {"number": number}, "training")) for number in numbers]

    assert shown == [[event.pk] for event in events]
    assert len(prepared._statements) == 1
