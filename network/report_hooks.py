"""Where the yearly report, the table of rights and planning a training without a date stand in /cms/."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy
from wagtail import hooks

from network import report_screens, rights_screen
from network.idea_screens import plan


@hooks.register("register_admin_urls")
def own_screens():
    return [
        path("trainingen/zonder-datum/<int:pk>/plannen/", plan, name="network_plan"),
        path("rechten/", rights_screen.rights, name="network_rights"),
        path("rapport/jaar/", report_screens.yearly, name="network_yearly"),
    ]


@hooks.register("register_reports_menu_item")
def yearly_menu_item():
    return report_screens.YearlyReportMenuItem(
        gettext_lazy("Yearly report"),
        reverse("network_yearly"),
        name="yearly",
        icon_name="history",
        order=80,
    )


@hooks.register("register_help_menu_item")
def rights_menu_item():
    return rights_screen.RightsMenuItem(
        gettext_lazy("Who may do what"),
        reverse("network_rights"),
        name="rights",
        icon_name="lock",
        order=910,
    )
