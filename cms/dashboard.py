"""What an editor sees after logging in: what waits, what comes, what is missing, and how to go on.

Every part is a list of the same shape: a `ListPanel` that gives rows. An app adds its own with the decorator
`dashboard_panel`; `arrange` puts them in their zone. Each panel costs a fixed number of queries however much
there is, and shows nothing when there is nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.permissions import policy_registry

SHOWN = 5  # rows in a panel; more are counted
COUNTED = 100  # from here on the count says "100+"


@dataclass(frozen=True)
class Row:
    """One line. ``mark`` is a word on a colour (``tone``: good, few, full), ``share`` a bar in percent."""

    title: str
    url: str = ""
    detail: str = ""
    mark: str = ""
    tone: str = ""
    share: int | None = None


@dataclass(frozen=True)
class Zone:
    """A part of the dashboard; ``calm`` is said when none of its panels has anything."""

    name: str
    heading: str
    icon: str
    calm: str


WAITING, COMING, MISSING, WORK = "waiting", "coming", "missing", "work"
ZONES = (
    Zone(WAITING, gettext_lazy("What waits for you"), "tasks", gettext_lazy("Nothing waits. All is done.")),
    Zone(COMING, gettext_lazy("What comes"), "calendar-alt", gettext_lazy("Nothing is planned.")),
    Zone(
        MISSING, gettext_lazy("What is missing"), "search", gettext_lazy("Nothing is missing. All is well.")
    ),
    Zone(WORK, gettext_lazy("Go on working"), "edit", gettext_lazy("You have not changed anything yet.")),
)
PANELS: list[type[ListPanel]] = []


class ListPanel:
    """A heading with a short list for one request. A subclass gives ``rows``."""

    zone = WAITING
    name = ""
    heading = ""
    order = 100
    is_counted = True

    def __init__(self, request):
        self.request = request
        self.user = request.user

    def rows(self) -> list[Row]:
        """At most ``COUNTED`` + 1 rows, the most urgent first; none when the user has no right."""
        raise NotImplementedError

    def more_url(self) -> str:
        """Where all of them stand; empty when there is no such place."""
        return ""

    @cached_property
    def found(self) -> list[Row]:
        return self.rows()

    @property
    def shown(self) -> list[Row]:
        return self.found[:SHOWN]

    @property
    def count(self) -> str:
        return in_number(len(self.found))

    @property
    def has_more(self) -> bool:
        return len(self.found) > SHOWN


def dashboard_panel(panel: type[ListPanel]) -> type[ListPanel]:
    """Class decorator: the panel stands on everybody's dashboard (empty without the right)."""
    PANELS.append(panel)
    return panel


class ZonePanel(Component):
    """A zone with those of its panels that have something to say."""

    template_name = "cms/dashboard/zone.html"
    order = 1  # Wagtail sorts by it; the zones keep their own order

    def __init__(self, zone: Zone, request):
        self.zone = zone
        mine = (panel for panel in PANELS if panel.zone == zone.name)
        self.panels = [panel(request) for panel in sorted(mine, key=lambda one: one.order)]

    def get_context_data(self, parent_context):
        return {"zone": self.zone, "panels": [panel for panel in self.panels if panel.found]}


@dataclass(frozen=True)
class Action:
    """A big button: something that this user may begin."""

    label: str
    url: str
    icon: str


ActionFinder = Callable[[object], list[Action]]
ACTIONS: list[tuple[int, ActionFinder]] = []


def quick_actions(order: int) -> Callable[[ActionFinder], ActionFinder]:
    """Decorator of a function that gives the actions of one app for a user, in the order of ``order``."""

    def register(finder: ActionFinder) -> ActionFinder:
        ACTIONS.append((order, finder))
        ACTIONS.sort(key=lambda one: one[0])
        return finder

    return register


class Greeting(Component):
    """The head of the dashboard: good morning, the day, and what one can begin."""

    template_name = "cms/dashboard/greeting.html"
    order = 0

    def __init__(self, request, at: datetime | None = None):
        self.user = request.user
        self.at = timezone.localtime(at)

    def get_context_data(self, parent_context):
        return {
            "greeting": greeting(self.at),
            "name": self.user.first_name or self.user.email,
            "today": self.at,
            "actions": [action for _order, finder in ACTIONS for action in finder(self.user)],
        }


def greeting(at: datetime) -> str:
    """By the clock of the Netherlands: ``at`` is local already."""
    if at.hour < 12:
        return _("Good morning")
    return _("Good afternoon") if at.hour < 18 else _("Good evening")


def arrange(request) -> list[Component]:
    """Everything on the dashboard of this user, from top to bottom."""
    return [Greeting(request), *(ZonePanel(zone, request) for zone in ZONES)]


def in_number(number: int) -> str:
    return f"{COUNTED}+" if number > COUNTED else str(number)


def day_and_time(at: datetime) -> str:
    return date_format(timezone.localtime(at), "D j b, H.i")


def editable_pages(user):
    return policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")


def kind_of(thing) -> str:
    """What a page or snippet is, in a word."""
    model = thing.specific_class if isinstance(thing, Page) else type(thing)
    return str(model._meta.verbose_name)
