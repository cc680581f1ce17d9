"""How the editors' screens are put together: menus, snippets, branding, dashboard, checks and refusals."""

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import models
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages, widgets
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.menu import MenuItem
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from cms import dashboard_panels, dashboard_work, mail_log, mail_preview, views  # noqa: F401  # importing adds the panels
from cms.content_checker import SiteContentChecker
from cms.dashboard import Action, arrange, quick_actions
from cms.models import Audience, GlossaryTerm, SiteImage, SiteNotice, Theme
from cms.richtext import SiteDocumentLinkHandler, SitePageLinkHandler
from cms.second_reader import may_publish, publishes_alone
from cms.style_guide.urls import urlpatterns as style_guide_urls

SAVED_AS_DRAFT = gettext_lazy(
    "Saved as a draft. Somebody else publishes what you wrote: submit it for review."
)
HIDDEN_HELP = ("whats-new-in-wagtail", "editor-guide")  # lead to another site, in English

# A date that starts as today is compared with a hidden field that Wagtail's panels leave out. Each save would
# then count as a change, and a text that changes when it is approved has to be approved again, without end.
register_form_field_override(
    models.DateField, override={"widget": widgets.AdminDateInput, "show_hidden_initial": False}
)


@hooks.register("register_rich_text_features", order=100)
def links_come_with_the_visit(features):
    features.register_link_type(SitePageLinkHandler)
    features.register_link_type(SiteDocumentLinkHandler)


# --- Snippets -----------------------------------------------------------------------------------------------
class ThemeViewSet(SnippetViewSet):
    model = Theme
    icon = "tag"
    list_display = ["title", "is_pillar", "position"]
    list_filter = ["is_pillar"]
    ordering = ["position", "title"]


class AudienceViewSet(SnippetViewSet):
    model = Audience
    icon = "group"
    list_display = ["title", "position"]
    ordering = ["position", "title"]


class GlossaryTermViewSet(SnippetViewSet):
    model = GlossaryTerm
    icon = "openquote"
    list_display = ["term", "explanation"]
    search_backend_name = None
    search_fields = ["term", "other_forms", "explanation"]
    ordering = ["slug"]


class SiteNoticeViewSet(SnippetViewSet):
    model = SiteNotice
    icon = "warning"
    list_display = ["text", "tone", "shown_from", "shown_until"]
    ordering = ["-shown_from"]


class FurnishingGroup(SnippetViewSetGroup):
    menu_label = gettext_lazy("Furnishing")
    menu_name = "furnishing"
    menu_icon = "list-ul"
    menu_order = 700
    items = (ThemeViewSet, AudienceViewSet, GlossaryTermViewSet, SiteNoticeViewSet)


register_snippet(FurnishingGroup)


# --- Menus and own screens ----------------------------------------------------------------------------------
@hooks.register("register_admin_urls")
def own_screens():
    return [
        path("handboek/", views.handbook_page, name="cms_handbook"),
        path("mails/", mail_preview.mails, name="cms_mails"),
        path("mails/<slug:key>/", mail_preview.one_mail, name="cms_mail"),
        path("mails/<slug:key>/<slug:look>/", mail_preview.mail_look, name="cms_mail_look"),
        path("reports/mails/", mail_log.MailLog.as_view(), name="cms_mail_log"),
        path(
            "reports/mails/results/", mail_log.MailLog.as_view(results_only=True), name="cms_mail_log_results"
        ),
        path("reports/mails/opnieuw/", mail_log.retry, name="cms_mail_retry"),
        path("reports/nakijken/", views.missing_report, name="cms_missing"),
        path("reports/teksten/", views.texts_report, name="cms_texts"),
        *style_guide_urls,
    ]


@hooks.register("register_admin_menu_item")
def handbook_menu_item():
    return MenuItem(
        gettext_lazy("Handbook"), reverse("cms_handbook"), name="handbook", icon_name="help", order=10500
    )


@hooks.register("register_admin_menu_item")
def style_guide_menu_item():
    return MenuItem(
        gettext_lazy("Style guide"),
        reverse("cms_style_guide"),
        name="style-guide",
        icon_name="view",
        order=10600,
    )


@hooks.register("register_reports_menu_item")
def missing_menu_item():
    return MenuItem(
        gettext_lazy("To look at"), reverse("cms_missing"), name="missing", icon_name="search", order=50
    )


@hooks.register("register_reports_menu_item")
def texts_menu_item():
    return MenuItem(
        gettext_lazy("Reading well"), reverse("cms_texts"), name="texts", icon_name="glasses", order=60
    )


@hooks.register("register_reports_menu_item")
def mail_log_menu_item():
    return mail_log.MailLogMenuItem(
        gettext_lazy("Sent messages"), reverse("cms_mail_log"), name="mail-log", icon_name="mail", order=70
    )


@hooks.register("register_help_menu_item")
def mails_menu_item():
    return MenuItem(
        gettext_lazy("Mails of the site"), reverse("cms_mails"), name="mails", icon_name="mail", order=900
    )


@hooks.register("construct_help_menu")
def no_outside_help(request, menu_items):
    menu_items[:] = [item for item in menu_items if not item.name.startswith(HIDDEN_HELP)]


# --- Dashboard ----------------------------------------------------------------------------------------------
@hooks.register("construct_homepage_panels", order=1000)
def own_panels(request, panels):
    """Ours say what Wagtail's panels say, in one form and at a fixed number of queries."""
    panels[:] = arrange(request)


@quick_actions(order=90)
def image_action(user):
    if not policy_registry.get_by_type(SiteImage).user_has_permission(user, "add"):
        return []
    return [Action(_("Add an image"), reverse("wagtailimages:add_multiple"), "image")]


# --- Branding -----------------------------------------------------------------------------------------------
@hooks.register("insert_global_admin_css")
def colours_of_the_network():
    sheets = [(static(f"cms/{name}.css"),) for name in ("editor", "dashboard")]
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', sheets)


# --- Checks while writing -----------------------------------------------------------------------------------
@hooks.register("construct_wagtail_userbar")
def own_content_checker(request, items, page):
    items[:] = [
        SiteContentChecker(in_editor=item.in_editor) if isinstance(item, ContentCheckerItem) else item
        for item in items
    ]


# --- A second reader ----------------------------------------------------------------------------------------
@hooks.register("construct_page_action_menu")
def no_publish_button_for_own_work(menu_items, request, context):
    page = context.get("page")  # none yet on the screen that makes one
    if not (may_publish(request.user, page) if page else publishes_alone(request.user)):
        menu_items[:] = [item for item in menu_items if item.name != "action-publish"]


@hooks.register("before_create_page")
def save_a_new_page_as_draft(request, parent_page, page_class):
    """On the screen that makes a page Wagtail puts it live before ``before_publish_page`` is asked."""
    if request.method == "POST" and "action-publish" in request.POST and not publishes_alone(request.user):
        request.POST = request.POST.copy()
        del request.POST["action-publish"]
        messages.warning(request, SAVED_AS_DRAFT)


@hooks.register("before_publish_page")
def refuse_publishing_own_work(request, page):
    """Runs after the revision is stored, so nothing that was typed is lost."""
    if not may_publish(request.user, page):
        messages.warning(request, SAVED_AS_DRAFT)
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


@hooks.register("before_bulk_action")
def refuse_bulk_publishing_own_work(request, action_type, objects, action):
    if action_type != "publish" or request.method != "POST":
        return None
    pages = [page for page in objects if isinstance(page, Page)]
    if request.POST.get("include_descendants"):
        pages += [draft for page in pages for draft in page.get_descendants().not_live()]
    if all(may_publish(request.user, page) for page in pages):
        return None
    messages.error(request, _("You wrote one of these pages yourself: somebody else publishes it."))
    return redirect("wagtailadmin_home")


# --- Superusers are out of reach of administrators ----------------------------------------------------------
@hooks.register("before_edit_user")
@hooks.register("before_delete_user")
def superusers_are_kept_elsewhere(request, user):
    if user.is_superuser and not request.user.is_superuser:
        raise PermissionDenied


@hooks.register("before_bulk_action")
def superusers_are_kept_elsewhere_too(request, action_type, objects, action):
    for user in objects:
        if isinstance(user, get_user_model()):
            superusers_are_kept_elsewhere(request, user)
