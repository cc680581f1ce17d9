import pytest

from cms.patient_cache import PatientRedisCache


@pytest.fixture
def cache():
    """A cache in a Redis that is not there."""
    PatientRedisCache.away_until = 0.0
    yield PatientRedisCache("redis://127.0.0.1:1/0", {"OPTIONS": {"socket_connect_timeout": 1}})
    PatientRedisCache.away_until = 0.0


def test_nothing_is_found_or_kept_while_redis_is_away(cache):
    assert cache.set("naam", 1) is None
    assert cache.get("naam") is None
    assert cache.get("naam", "niets") == "niets"
    assert cache.get_many(["naam"]) == {}
    assert cache.delete("naam") is False


def test_redis_is_left_alone_after_it_did_not_answer(cache, caplog):
    for _time in range(3):
        cache.get("naam")

    assert [record.name for record in caplog.records] == ["cms.patient_cache"]


def test_mistake_of_ours_is_still_raised(cache):
    with pytest.raises(ValueError, match="version"):
        cache.get("naam", version=_Unprintable())


class _Unprintable:
    def __str__(self):
        raise ValueError("version")
