"""Every route of the site with who may use it and how long an answer may be kept. One line a route.

`manage.py list_routes` prints the table, `home.middleware` puts the cache rule on the answers, and a test
fails when a route is not in it. Rules: ``public``: the same for everybody, caches may keep it a moment;
``private``: for one person, only their browser keeps it; ``no-store``: nobody keeps it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern

PUBLIC, PRIVATE, NO_STORE = "public", "private", "no-store"
READ, READ_AND_SEND = ("GET",), ("GET", "POST")
EVERYBODY, EDITORS = "", "wagtailadmin.access_admin"
ORGANISERS = "network.manage_registrations"
# Who is logged in, and who acts for an organisation (network.desk_access); no permissions of Django.
ACCOUNTS, COORDINATORS = "account", "coordinator"


@dataclass(frozen=True)
class Rule:
    """``right`` is the permission that the route asks for, empty for everybody; some objects ask more."""

    kind: str
    cache: str = PUBLIC
    methods: tuple[str, ...] = READ
    right: str = EVERYBODY


@dataclass(frozen=True)
class Route:
    path: str
    name: str
    methods: tuple[str, ...]
    right: str
    object_type: str
    cache: str


RULES = {
    "live": Rule("health", NO_STORE),
    "ready": Rule("health", NO_STORE),
    "favicon": Rule("file"),
    "social-image": Rule("picture"),
    "media": Rule("file"),
    "wagtaildocs_serve": Rule("document"),
    "wagtail_serve": Rule("page", methods=READ_AND_SEND),  # the contact form is sent to its page
    "home:theme": Rule("theme"),
    "home:glossary": Rule("glossary"),
    "home:feed": Rule("feed"),
    "home:sitemap": Rule("sitemap"),
    "home:robots": Rule("file"),
    "home:security": Rule("file"),
    "home:api-trainings": Rule("training"),
    "home:api-training": Rule("training"),
    "home:api-organisations": Rule("organisation"),
    "home:api-organisation": Rule("organisation"),
    "api:pages:listing": Rule("page"),
    "api:pages:detail": Rule("page"),
    "cms_style_guide": Rule("style guide", NO_STORE, right=EDITORS),
    "cms_style_guide_scheme": Rule("style guide", NO_STORE, right=EDITORS),
    "cms_style_guide_component": Rule("style guide", NO_STORE, right=EDITORS),
    "cms_style_guide_bare": Rule("style guide", NO_STORE, right=EDITORS),
    "organiser_registrations": Rule("registration", NO_STORE, right=ORGANISERS),
    "organiser_export": Rule("registration", NO_STORE, right=ORGANISERS),
    "organiser_person": Rule("registration", NO_STORE, right=ORGANISERS),
    "organiser_add": Rule("registration", NO_STORE, READ_AND_SEND, ORGANISERS),
    "organiser_add_file": Rule("registration", NO_STORE, READ_AND_SEND, ORGANISERS),
    "organiser_action": Rule("registration", NO_STORE, READ_AND_SEND, ORGANISERS),
    "organiser_message": Rule("registration", NO_STORE, READ_AND_SEND, ORGANISERS),
    "organiser_capacity": Rule("training", NO_STORE, READ_AND_SEND, ORGANISERS),
    "organiser_call_off": Rule("training", NO_STORE, READ_AND_SEND, ORGANISERS),
    "organiser_copy": Rule("training", NO_STORE, READ_AND_SEND, ORGANISERS),
    "organiser_access": Rule("look at personal data", NO_STORE, right="network.view_personaldataaccess"),
    "organiser_access_results": Rule(
        "look at personal data", NO_STORE, right="network.view_personaldataaccess"
    ),
    "network:organisation": Rule("organisation"),
    "network:training": Rule("training"),
    "network:training_calendar": Rule("training"),
    "network:trainings_calendar": Rule("training"),
    "network:desk": Rule("desk", NO_STORE, right=COORDINATORS),
    "network:desk_register": Rule("training", NO_STORE, READ_AND_SEND, COORDINATORS),
    "network:desk_list": Rule("training", NO_STORE, READ_AND_SEND, COORDINATORS),
    "network:desk_reserve": Rule("training", NO_STORE, READ_AND_SEND, COORDINATORS),
    "network:desk_organisation": Rule("organisation", NO_STORE, READ_AND_SEND, COORDINATORS),
    "network:desk_calendar": Rule("organisation", NO_STORE, READ_AND_SEND, COORDINATORS),
    "network:people_calendar": Rule("organisation", NO_STORE),  # for who has its secret address
    "network:desk_registration": Rule("registration", NO_STORE, READ_AND_SEND, COORDINATORS),
    "account_login": Rule("login", NO_STORE, READ_AND_SEND),
    "account_confirm_login_code": Rule("login", NO_STORE, READ_AND_SEND),
    "account_login_link": Rule("login", NO_STORE, READ_AND_SEND),
    "account_login_by_password": Rule("login", NO_STORE, READ_AND_SEND),
    "mfa_login_webauthn": Rule("login", NO_STORE, READ_AND_SEND),
    "mfa_authenticate": Rule("login", NO_STORE, READ_AND_SEND),
    "account_logout": Rule("login", NO_STORE, READ_AND_SEND),
    "account_reauthenticate": Rule("login", NO_STORE, READ_AND_SEND, ACCOUNTS),
    "mfa_index": Rule("own account", NO_STORE, right=ACCOUNTS),
    "mfa_add_webauthn": Rule("own account", NO_STORE, READ_AND_SEND, ACCOUNTS),
    "mfa_remove_webauthn": Rule("own account", NO_STORE, READ_AND_SEND, ACCOUNTS),
    "mfa_activate_totp": Rule("own account", NO_STORE, READ_AND_SEND, ACCOUNTS),
    "mfa_deactivate_totp": Rule("own account", NO_STORE, READ_AND_SEND, ACCOUNTS),
    "mfa_view_recovery_codes": Rule("own account", NO_STORE, right=ACCOUNTS),
    "mfa_generate_recovery_codes": Rule("own account", NO_STORE, READ_AND_SEND, ACCOUNTS),
    "network:register": Rule("training", NO_STORE, READ_AND_SEND),
    "network:registered": Rule("registration", NO_STORE),
    "network:lost_link": Rule("registration", NO_STORE, READ_AND_SEND),
    "network:registration": Rule("registration", NO_STORE, READ_AND_SEND),
    "network:registration_calendar": Rule("registration", NO_STORE),
    "network:registration_data": Rule("registration", NO_STORE),
    "network:registration_cancel": Rule("registration", NO_STORE, READ_AND_SEND),
    "network:interest": Rule("interest", NO_STORE, READ_AND_SEND),
    "network:interest_link": Rule("interest", NO_STORE, READ_AND_SEND),
    "network:interest_stop": Rule("interest", NO_STORE, READ_AND_SEND),
    "network:own_attendance": Rule("attendance", NO_STORE, READ_AND_SEND),
    "network:own_certificate": Rule("certificate", NO_STORE),
    "network:attend": Rule("attendance", NO_STORE, READ_AND_SEND),
    "network:certificate_form": Rule("certificate", NO_STORE),
    "network:certificate": Rule("certificate", NO_STORE),
    "network:evaluation": Rule("evaluation", NO_STORE, READ_AND_SEND),
    "network_plan": Rule("training", NO_STORE, READ_AND_SEND, ORGANISERS),
    "network_yearly": Rule("report", NO_STORE, right=ORGANISERS),
    "network_rights": Rule("report", NO_STORE, right="cms.change_user"),
    "organiser_attendance": Rule("attendance", NO_STORE, READ_AND_SEND, ORGANISERS),
    "organiser_scan_code": Rule("attendance", NO_STORE, right=ORGANISERS),
    "organiser_attendance_list": Rule("attendance", NO_STORE, right=ORGANISERS),
    "organiser_needs_sheet": Rule("attendance", NO_STORE, right=ORGANISERS),
    "organiser_certificates": Rule("certificate", NO_STORE, READ_AND_SEND, ORGANISERS),
    "organiser_evaluation": Rule("evaluation", NO_STORE, right=ORGANISERS),
    "resources:search": Rule("search", PRIVATE),
    "resources:suggestions": Rule("search", PRIVATE),
    "resources:search_feed": Rule("feed", PRIVATE),
    "resources:alert_sign_up": Rule("alert for a search", NO_STORE, READ_AND_SEND),
    "resources:alert": Rule("alert for a search", NO_STORE, READ_AND_SEND),
    "resources:alert_stop": Rule("alert for a search", NO_STORE, READ_AND_SEND),
    "resources:edition": Rule("guide"),
    "resources:release_sign_up": Rule("request for a release mail", NO_STORE, READ_AND_SEND),
    "resources:release_asked": Rule("guide", PRIVATE),
    "resources:release": Rule("request for a release mail", NO_STORE, READ_AND_SEND),
    "resources:release_stop": Rule("request for a release mail", NO_STORE, READ_AND_SEND),
}
# Whole trees of Wagtail's, whose views check the rights on each object themselves.
TREES = {
    "cms/": Rule("editors' screen", NO_STORE, READ_AND_SEND, EDITORS),
    "_util/": Rule("login to a private page", NO_STORE, READ_AND_SEND),
    "documents/": Rule("login to a private document", NO_STORE, READ_AND_SEND),
}


def rule_of(name: str, path: str) -> Rule | None:
    """The rule of the route ``name`` at ``path`` (without the first slash); None when nobody declared one."""
    if name in RULES:
        return RULES[name]
    return next((rule for start, rule in TREES.items() if path.startswith(start)), None)


def routes() -> Iterator[Route]:
    """Every route in the order in which addresses are tried."""
    for path, name in _walk(get_resolver(), "", ""):
        rule = rule_of(name, path) or Rule("", "", (), "")
        yield Route("/" + path, name, rule.methods, rule.right, rule.kind, rule.cache)


def _walk(resolver: URLResolver, path: str, namespace: str) -> Iterator[tuple[str, str]]:
    for pattern in resolver.url_patterns:
        below = path + _text(pattern)
        if isinstance(pattern, URLPattern):
            yield below, namespace + (pattern.name or "")
        else:
            yield from _walk(
                pattern, below, f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            )


def _text(pattern) -> str:
    text = str(pattern.pattern)
    return text if isinstance(pattern.pattern, RoutePattern) else text.lstrip("^")


def as_values(route: Route) -> dict:
    return asdict(route)
