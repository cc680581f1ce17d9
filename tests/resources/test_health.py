"""The part "search" of /healthz/ready."""

from datetime import timedelta

import pytest
from django.db.models import F
from django.utils import timezone

from cms.models import JobRun
from resources.models import SearchDocument
from resources.search.engines import breaker
from tests.resources.search_page import news

pytestmark = pytest.mark.usefixtures("site", "fresh_breakers")


@pytest.fixture
def state(client):
    """Ask the part; the site stays in service whatever it says."""

    def ask():
        answer = client.get("/healthz/ready")
        assert answer.status_code == 200
        return answer.json()["search"]

    return ask


@pytest.fixture
def wanted_server(settings):
    """A search server is configured, at an address where nobody listens, and has everything so far."""
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
    SearchDocument.objects.update(pushed_version=F("version"))


def test_health_names_the_database_without_a_server(state):
    news("Wacht op niemand")

    assert state() == {"engine": "database", "state": "ok"}


def test_health_counts_what_the_server_lacks_and_since_when(state, wanted_server):
    calm = state()
    news("Een")
    soon = state()
    SearchDocument.objects.filter(title="Een").update(changed_at=timezone.now() - timedelta(hours=1))
    late = state()

    assert calm == {"engine": "elasticsearch", "state": "ok", "behind": 0, "behind_seconds": 0}
    assert (soon["state"], soon["behind"]) == ("ok", 1)
    assert soon["behind_seconds"] < 60
    assert (late["state"], late["behind"]) == ("late", 1)
    assert 3600 <= late["behind_seconds"] < 3660


def test_health_says_away_while_the_breaker_is_open(state, wanted_server):
    for _ in range(3):
        breaker.failed()

    assert state()["state"] == "away"


def test_health_says_away_after_a_push_that_failed(state, wanted_server):
    JobRun.objects.create(name="resources.jobs.feed_search_server", last_error="SearchServerError('weg')")

    assert state()["state"] == "away"
