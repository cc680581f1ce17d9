"""How often one visitor may do something: search, send a form, try a password.

Counts live in the memory of the process, or in Redis when ``REDIS_URL`` is set, so that several machines
count together. When Redis does not answer in time, the process counts by itself for a while: a limit never
becomes an error page, and nobody waits for Redis more than once.
"""

from __future__ import annotations

import ipaddress
import logging
import math
import re
import time
from functools import lru_cache

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.shortcuts import render
from limits import RateLimitItemPerSecond
from limits.storage import MemoryStorage, storage_from_string
from limits.strategies import MovingWindowRateLimiter

logger = logging.getLogger("cms.limits")

SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
REDIS_SECONDS = 0.5  # that a visitor waits for an answer at most
REDIS_PAUSE_SECONDS = 30  # after a failure the process counts alone for so long
LIMIT = re.compile(r"(?P<number>[1-9]\d*)/(?P<length>[1-9]\d*)(?P<unit>[smhd])")


@lru_cache
def parse(limit: str) -> RateLimitItemPerSecond:
    """Read a limit such as ``30/15m``: thirty times in fifteen minutes (units s, m, h, d).

    Raises `ImproperlyConfigured` for anything else, zero included: limits have no off switch.
    """
    found = LIMIT.fullmatch(limit.strip())
    if found is None:
        raise ImproperlyConfigured(f"A limit is written like 30/15m, not {limit!r}.")
    return RateLimitItemPerSecond(int(found["number"]), int(found["length"]) * SECONDS[found["unit"]])


@lru_cache
def _in_memory() -> MovingWindowRateLimiter:
    return MovingWindowRateLimiter(MemoryStorage())


@lru_cache
def _shared() -> MovingWindowRateLimiter:
    patience = {"socket_timeout": REDIS_SECONDS, "socket_connect_timeout": REDIS_SECONDS}
    return MovingWindowRateLimiter(storage_from_string(settings.REDIS_URL, wrap_exceptions=True, **patience))


_alone_until = 0.0  # seconds of the monotonic clock


def _counts_alone() -> bool:
    return not settings.REDIS_URL or time.monotonic() < _alone_until


def _count_alone_for_a_while(error: Exception) -> None:
    global _alone_until
    _alone_until = time.monotonic() + REDIS_PAUSE_SECONDS
    logger.warning("Limits are counted by this process alone for %s s: %r", REDIS_PAUSE_SECONDS, error)


def forget() -> None:
    """Forget every count of this process, and that Redis was away; for tests."""
    global _alone_until
    _alone_until = 0.0
    _in_memory.cache_clear()
    _shared.cache_clear()


@lru_cache
def _trusted(proxies: tuple[str, ...]) -> tuple:
    return tuple(ipaddress.ip_network(proxy, strict=False) for proxy in proxies)


def _is_trusted(address: str) -> bool:
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(ip in network for network in _trusted(tuple(settings.TRUSTED_PROXIES)))


def client_address(request) -> str:
    """The address of the visitor.

    Behind one of ``TRUSTED_PROXIES`` the last hop of X-Forwarded-For that is no trusted proxy itself; what a
    visitor puts before that is not believed.
    """
    address = request.META.get("REMOTE_ADDR", "")
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    while hops and _is_trusted(address):
        address = hops.pop()
    return address


def who(request) -> str:
    """What counts as one visitor: an IPv4 address, or an IPv6 network of 64 bits (one household)."""
    address = client_address(request)
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return address[:64]
    return str(ipaddress.ip_network((ip, 64), strict=False)) if ip.version == 6 else str(ip)


def allow(request, name: str, limit: str, *, key: str = "") -> int | None:
    """Count one use of ``name`` by this visitor; None when it is allowed, else the seconds to wait.

    ``limit`` is text such as ``30/15m``. ``key`` counts something else than the address (an account, say).
    A refused use is not counted.
    """
    item, what = parse(limit), (name, key or who(request))
    if not _counts_alone():
        try:
            return _hit(_shared(), item, what)
        except Exception as error:  # the storage raises what its client raises; the site goes on without it
            _count_alone_for_a_while(error)
    return _hit(_in_memory(), item, what)


def _hit(limiter: MovingWindowRateLimiter, item: RateLimitItemPerSecond, what: tuple[str, ...]) -> int | None:
    if limiter.hit(item, *what):
        return None
    return max(1, math.ceil(limiter.get_window_stats(item, *what).reset_time - time.time()))


def too_many_requests(request, retry_after: int):
    """Answer with the page that asks to wait ``retry_after`` seconds: 429 with Retry-After, never stored."""
    response = render(request, "429.html", {"minutes": math.ceil(retry_after / 60)}, status=429)
    response.headers["Retry-After"] = str(retry_after)
    response.headers["Cache-Control"] = "no-store"
    return response
