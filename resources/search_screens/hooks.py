"""Where the editors' screens of search stand in /cms/."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from resources.search_screens import promoting, report, why
from resources.search_screens.rules import SearchGroup, tell_what_changed

register_snippet(SearchGroup)


@hooks.register("register_admin_urls")
def own_screens():
    return [
        path("reports/zoekvragen/", report.search_report, name="search_report"),
        path("reports/zoekvragen/waarom/", why.why, name="search_why"),
    ]


@hooks.register("register_admin_urls", order=-1)
def screens_before_those_of_wagtail():
    """The same addresses as Wagtail's screens of promoted results, which do not know the analysed words."""
    return [
        path("searchpicks/add/", promoting.PromotionCreateView.as_view()),
        path("searchpicks/<int:query_id>/", promoting.PromotionEditView.as_view()),
    ]


@hooks.register("register_reports_menu_item")
def report_menu_item():
    return report.ReportMenuItem(
        gettext_lazy("What people search for"),
        reverse("search_report"),
        name="search-report",
        icon_name="search",
        order=65,
    )


@hooks.register("construct_reports_menu")
def no_second_report_of_searches(request, menu_items):
    """Wagtail's own counts something that this site does not fill."""
    menu_items[:] = [item for item in menu_items if item.name != "search-terms"]


@hooks.register("construct_settings_menu")
def promotions_stand_with_search(request, menu_items):
    menu_items[:] = [item for item in menu_items if item.name != "promoted-search-results"]


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def say_what_changed(request, instance):
    tell_what_changed(request, instance)
