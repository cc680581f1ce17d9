"""What the tests of the network share."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def local(*parts) -> datetime:
    """A moment in the time of Amsterdam."""
    return datetime(*parts, tzinfo=AMSTERDAM)


@pytest.fixture
def queries(client):
    """A function: how many queries a path costs once the process is warm."""

    def count(path: str) -> int:
        assert client.get(path).status_code == 200  # fills the caches of a process: content types, templates
        with CaptureQueriesContext(connection) as captured:
            client.get(path)
        return len(captured)

    return count


@pytest.fixture
def beheer(client, site):
    """The client, logged in as somebody who may do everything."""
    from tests.factories import UserFactory

    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    return client
