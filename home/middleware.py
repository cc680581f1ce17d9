"""How long an answer may be kept, from the table of routes."""

from django.conf import settings

from home.routes import NO_STORE, PRIVATE, PUBLIC, rule_of

KEPT_SECONDS = 60  # a page in a cache: so long may a visitor see what an editor just changed
HEADERS = {
    PUBLIC: f"public, max-age={KEPT_SECONDS}",
    PRIVATE: "private, no-cache",
    NO_STORE: "no-store",
}
KEEPABLE = {200, 203, 301, 304, 308}


def cache_rules(get_response):
    """Put the rule of the route on an answer that says nothing itself.

    Whatever belongs to one person loses ``public``: an answer that sets a cookie or was asked for with a
    session.
    """

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Cache-Control", HEADERS[_rule(request, response)])
        return response

    return middleware


def _rule(request, response) -> str:
    match = getattr(request, "resolver_match", None)
    rule = rule_of(match.view_name, request.path_info.removeprefix("/")) if match else None
    if rule is None or request.method not in ("GET", "HEAD") or response.status_code not in KEEPABLE:
        return NO_STORE
    is_personal = response.cookies or settings.SESSION_COOKIE_NAME in request.COOKIES
    return PRIVATE if rule.cache == PUBLIC and is_personal else rule.cache
