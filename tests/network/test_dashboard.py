from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cms.choices import Role
from network.dashboard import BusyTrainings
from tests.cms.editors import browser, somebody
from tests.factories import TrainingEventFactory

pytestmark = pytest.mark.django_db


def busy(rf, role) -> list[dict]:
    request = rf.get("/cms/")
    request.user = somebody(role)
    return BusyTrainings().items(request)


def training(title: str, *, capacity: int = 20, closes_in: int = 20, **fields):
    closes_at = timezone.now() + timedelta(days=closes_in)
    return TrainingEventFactory(title=title, capacity=capacity, registration_closes_at=closes_at, **fields)


def test_trainings_that_ask_for_attention(site, rf):
    training("Ruim")
    training("Bijna vol", capacity=3)
    training("Sluit gauw", closes_in=3)
    training("Afgelast", capacity=3, cancelled_at=timezone.now(), cancellation_reason="Ziekte")
    training("Concept", capacity=3, live=False)

    assert {one["title"] for one in busy(rf, Role.ORGANISER)} == {"Bijna vol", "Sluit gauw"}


def test_trainings_are_for_who_keeps_them(site, rf):
    training("Bijna vol", capacity=3)

    assert busy(rf, Role.EDITOR) == []


def test_dashboard_costs_one_query_for_the_trainings(site, rf, django_assert_num_queries):
    request = rf.get("/cms/")
    request.user = somebody(Role.ORGANISER)
    request.user.has_perm("network.change_trainingevent")  # the rights are read once a request
    for number in range(4):
        training(f"Training {number}", capacity=3)

    with django_assert_num_queries(1):
        assert len(BusyTrainings().items(request)) == 4


def test_panel_stands_on_the_dashboard(site):
    training("Bijna vol", capacity=3)

    page = browser(somebody(Role.ORGANISER)).get(reverse("wagtailadmin_home")).content.decode()

    assert "Trainingen om op te letten" in page
    assert "Nog 3 plaatsen" in page
