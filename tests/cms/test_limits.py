"""How often one visitor may do something, and who counts as one visitor."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from cms import limits


@pytest.fixture(autouse=True)
def _fresh():
    limits.forget()


def test_allow_refuses_beyond_the_limit_and_says_how_long(rf):
    request = rf.get("/", REMOTE_ADDR="192.0.2.1")

    answers = [limits.allow(request, "search", "2/1m") for _ in range(4)]

    assert answers[:2] == [None, None]
    assert all(0 < wait <= 60 for wait in answers[2:])


def test_allow_counts_visitors_names_and_keys_apart(rf):
    one, other = rf.get("/", REMOTE_ADDR="192.0.2.1"), rf.get("/", REMOTE_ADDR="192.0.2.2")

    assert limits.allow(one, "search", "1/1m") is None
    assert limits.allow(other, "search", "1/1m") is None
    assert limits.allow(one, "contact", "1/1m") is None
    assert limits.allow(one, "search", "1/1m", key="iemand@example.org") is None
    assert limits.allow(other, "search", "1/1m", key="iemand@example.org") is not None


def test_allow_counts_a_household_of_ipv6_as_one(rf):
    one, other = rf.get("/", REMOTE_ADDR="2001:db8::1"), rf.get("/", REMOTE_ADDR="2001:db8::ffff:2")

    assert limits.allow(one, "search", "1/1m") is None
    assert limits.allow(other, "search", "1/1m") is not None


@pytest.mark.parametrize("limit", ["", "0/1m", "30", "30/0m", "30/15", "-1/1m", "30/15x", "none", "1/1m/1m"])
def test_limit_that_says_nothing_is_refused(limit):
    with pytest.raises(ImproperlyConfigured):
        limits.parse(limit)


@pytest.mark.parametrize(
    ("remote", "forwarded", "address"),
    [
        ("192.0.2.9", "203.0.113.5", "192.0.2.9"),  # nobody we trust says so
        ("10.0.0.1", "203.0.113.5", "203.0.113.5"),
        (
            "10.0.0.1",
            "198.51.100.1, 203.0.113.5",
            "203.0.113.5",
        ),  # what the visitor put first is not believed
        ("10.0.0.1", "203.0.113.5, 10.0.0.2", "203.0.113.5"),  # two proxies
        ("10.0.0.1", "", "10.0.0.1"),
        ("", "203.0.113.5", ""),
    ],
)
def test_client_address_believes_only_trusted_proxies(rf, settings, remote, forwarded, address):
    settings.TRUSTED_PROXIES = ["10.0.0.1", "10.0.0.2/32"]
    request = rf.get("/", REMOTE_ADDR=remote, HTTP_X_FORWARDED_FOR=forwarded)

    assert limits.client_address(request) == address


def test_allow_goes_on_alone_when_redis_does_not_answer(rf, settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    request = rf.get("/", REMOTE_ADDR="192.0.2.1")

    assert limits.allow(request, "search", "1/1m") is None
    assert limits.allow(request, "search", "1/1m") is not None
