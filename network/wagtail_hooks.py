from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.ui.tables import BooleanColumn, Column, LiveStatusTagColumn
from wagtail.admin.widgets.button import Button, HeaderButton, ListingButton
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import (
    EditView,
    IndexView,
    InspectView,
    SnippetViewSet,
    SnippetViewSetGroup,
)

from network import dashboard, missing, report_hooks  # noqa: F401  # importing adds panels, checks, screens
from network.availability import seats_in_words
from network.groups import missing_seats
from network.idea_screens import TrainingIdeaViewSet
from network.models import (
    Coordinator,
    Organisation,
    Person,
    Region,
    ResultFigure,
    TrainingEvent,
    Venue,
    WorkingGroup,
)
from network.organiser import hooks as organiser_hooks  # noqa: F401  # importing adds its screens
from network.organiser.access import may_manage
from network.organiser.overview import in_numbers
from network.organiser_after import hooks as after_hooks  # noqa: F401  # importing adds its screens
from network.panels import training_panels


class PublicIndexView(IndexView):
    """Adds "view live" to the buttons of what has a public page."""

    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        if instance.live:
            url = instance.get_absolute_url()
            buttons.append(Button(_("View live"), url=url, icon_name="view", priority=15))
        return buttons


class PublicEditView(EditView):
    """Adds "view live" to the head of the editor's screen."""

    @property
    def header_buttons(self):
        buttons = list(super().header_buttons)
        if self.object.live:
            url = self.object.get_absolute_url()
            buttons.append(HeaderButton(_("View live"), url=url, icon_name="view"))
        return buttons


def begins(event) -> str:
    return date_format(localtime(event.starts_at), "D j b Y, H.i")


def places(event) -> str:
    return seats_in_words(event.availability())


def registrations_label(event) -> str:
    return _("Registrations (%(numbers)s)") % {"numbers": in_numbers(event)}


class TrainingIndexView(PublicIndexView):
    """Adds the registrations and "copy" to the buttons of a training, and the templates to those of all."""

    @property
    def header_more_buttons(self):
        buttons = list(super().header_more_buttons)
        if may_manage(self.request.user) and self.request.user.has_perm("network.add_trainingevent"):
            url = reverse("organiser_templates")
            buttons.append(Button(_("Templates of trainings"), url=url, icon_name="copy", priority=30))
        return buttons

    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        if may_manage(self.request.user):
            url = reverse("organiser_registrations", args=[instance.pk])
            buttons.append(
                ListingButton(registrations_label(instance), url=url, icon_name="group", priority=1)
            )
            if self.request.user.has_perm("network.add_trainingevent"):
                url = reverse("organiser_copy", args=[instance.pk])
                buttons.append(Button(_("Copy"), url=url, icon_name="copy", priority=40))
        return buttons


class TrainingEditView(PublicEditView):
    """Adds the registrations to the head of the editor's screen."""

    @property
    def header_buttons(self):
        buttons = super().header_buttons
        if may_manage(self.request.user):
            counted = TrainingEvent.objects.with_seats_taken().get(pk=self.object.pk)
            url = reverse("organiser_registrations", args=[counted.pk])
            buttons.append(HeaderButton(registrations_label(counted), url=url, icon_name="group"))
        return buttons


class TrainingViewSet(SnippetViewSet):
    model = TrainingEvent
    icon = "date"
    edit_handler = training_panels
    index_view_class = TrainingIndexView
    edit_view_class = TrainingEditView
    list_display = [
        "title",
        Column("starts_at", label=gettext_lazy("begins"), accessor=begins, sort_key="starts_at"),
        Column("host", label=gettext_lazy("host"), sort_key="host__name"),
        Column("form", label=gettext_lazy("form"), accessor="get_form_display", sort_key="form"),
        Column("places", label=gettext_lazy("places"), accessor=places),
        LiveStatusTagColumn(),
    ]
    list_filter = ["kind", "form", "region", "host", "live"]
    list_per_page = 50
    ordering = "-starts_at"
    search_backend_name = None
    search_fields = ["title", "summary"]
    list_export = ["title", "starts_at", "ends_at", "host", "region", "venue", "capacity"]
    export_filename = "trainingen"

    def get_queryset(self, request):
        return TrainingEvent.objects.with_seats_taken().select_related("host")


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "home"
    index_view_class = PublicIndexView
    edit_view_class = PublicEditView
    list_display = [
        "name",
        Column("kind", label=gettext_lazy("kind"), accessor="get_kind_display", sort_key="kind"),
        "place",
        Column("joined_on", label=gettext_lazy("takes part since"), sort_key="joined_on"),
        Column("left_on", label=gettext_lazy("took part until"), sort_key="left_on"),
        LiveStatusTagColumn(),
    ]
    list_filter = ["kind", "region", "live"]
    ordering = "name"
    search_backend_name = None
    search_fields = ["name", "place"]


class PersonViewSet(SnippetViewSet):
    model = Person
    icon = "user"
    list_display = [
        "name",
        "role",
        "organisation",
        BooleanColumn("may_be_shown", label=gettext_lazy("may be shown")),
        Column("consent_until", label=gettext_lazy("consent until"), sort_key="consent_until"),
    ]
    list_filter = ["organisation"]
    ordering = "name"
    search_backend_name = None
    search_fields = ["name", "role"]

    def get_queryset(self, request):
        return Person.objects.select_related("organisation")


class WorkingGroupInspectView(InspectView):
    """Who sits at the table, and which seat or delegate is missing."""

    def get_fields_context(self):
        seated = ", ".join(
            " ".join(
                part
                for part in (
                    str(member.get_seat_display()),
                    f"({member.organisation})" if member.organisation else "",
                    f"– {member.person.name}" if member.person else "",
                )
                if part
            )
            for member in self.object.members.select_related("organisation", "person")
        )
        empty = ", ".join(map(str, missing_seats(self.object)))
        return [
            *super().get_fields_context(),
            {"label": _("Who sits at the table"), "value": seated or "–", "component": None},
            {"label": _("Missing"), "value": empty or _("nobody is missing"), "component": None},
        ]


def missing_in_words(group) -> str:
    number = len(missing_seats(group))
    if not number:
        return _("complete")
    return ngettext("%(number)s seat is empty", "%(number)s seats are empty", number) % {"number": number}


class WorkingGroupViewSet(SnippetViewSet):
    model = WorkingGroup
    icon = "group"
    inspect_view_enabled = True
    inspect_view_class = WorkingGroupInspectView
    inspect_view_fields = ["title", "kind", "theme", "purpose"]
    list_display = [
        "title",
        Column("kind", label=gettext_lazy("kind"), accessor="get_kind_display", sort_key="kind"),
        Column("theme", label=gettext_lazy("pillar")),
        Column("missing", label=gettext_lazy("missing"), accessor=missing_in_words),
    ]
    list_filter = ["kind"]
    ordering = "position"
    search_backend_name = None
    search_fields = ["title"]


class ResultFigureViewSet(SnippetViewSet):
    model = ResultFigure
    icon = "order"
    list_display = ["__str__", "label", "as_of", "source", "theme"]
    list_filter = ["theme"]
    ordering = "position"
    search_backend_name = None
    search_fields = ["unit", "label", "source"]


class RegionViewSet(SnippetViewSet):
    model = Region
    icon = "globe"
    list_display = ["name", "slug"]
    ordering = "name"
    search_backend_name = None
    search_fields = ["name"]


class VenueViewSet(SnippetViewSet):
    model = Venue
    icon = "site"
    list_display = ["name", "street", "place"]
    list_filter = ["place"]
    ordering = "name"
    search_backend_name = None
    search_fields = ["name", "street", "place"]


class CoordinatorViewSet(SnippetViewSet):
    model = Coordinator
    icon = "user"
    menu_label = gettext_lazy("Coordinators")
    inspect_view_enabled = True
    inspect_view_fields = ["user", "organisation", "created_at"]
    list_display = [
        "user",
        Column("email", label=gettext_lazy("e-mail address"), accessor="user.email", sort_key="user__email"),
        Column("organisation", label=gettext_lazy("organisation"), sort_key="organisation__name"),
    ]
    list_filter = ["organisation"]
    ordering = "organisation__name"
    search_backend_name = None
    search_fields = ["user__email", "user__last_name", "organisation__name"]

    def get_queryset(self, request):
        return Coordinator.objects.select_related("user", "organisation")


class NetworkGroup(SnippetViewSetGroup):
    items = (
        TrainingViewSet,
        TrainingIdeaViewSet,
        OrganisationViewSet,
        CoordinatorViewSet,
        PersonViewSet,
        WorkingGroupViewSet,
        ResultFigureViewSet,
        RegionViewSet,
        VenueViewSet,
    )
    menu_icon = "group"
    menu_label = gettext_lazy("Network")
    menu_name = "network"
    menu_order = 210  # after the pages


register_snippet(NetworkGroup)
