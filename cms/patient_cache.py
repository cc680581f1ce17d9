"""The cache in Redis, for a site that goes on when Redis does not answer: then nothing is found or kept.

Whoever waited for Redis in vain does not ask it again for a while, so a Redis that hangs slows one request of
a process and not every one.
"""

from __future__ import annotations

import logging
import time

from django.core.cache.backends.redis import RedisCache

logger = logging.getLogger("cms.patient_cache")

PAUSE_SECONDS = 30
# What an operation answers while Redis is away.
NOTHING = {
    "add": False,
    "get": None,
    "set": None,
    "touch": False,
    "delete": False,
    "get_many": {},
    "has_key": False,
    "set_many": [],
    "delete_many": None,
    "clear": None,
}


class PatientRedisCache(RedisCache):
    """Django's backend, of which no operation raises because Redis is away; only counting (``incr``) does."""

    away_until = 0.0  # seconds of the monotonic clock; of the whole process


def _patient(name: str):
    operation = getattr(RedisCache, name)

    def patient(self, *args, **kwargs):
        answer = NOTHING[name]
        if name == "get":
            answer = kwargs.get("default", args[1] if len(args) > 1 else None)
        if time.monotonic() < PatientRedisCache.away_until:
            return answer
        try:
            return operation(self, *args, **kwargs)
        except OSError as error:
            return _note(error, answer)
        except Exception as error:
            if not type(error).__module__.startswith("redis."):
                raise
            return _note(error, answer)

    return patient


def _note(error: Exception, answer):
    PatientRedisCache.away_until = time.monotonic() + PAUSE_SECONDS
    logger.warning("The cache is left alone for %s s: %r", PAUSE_SECONDS, error)
    return answer


for _name in NOTHING:
    setattr(PatientRedisCache, _name, _patient(_name))
