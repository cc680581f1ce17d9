from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import DateColumn
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from home import dashboard  # noqa: F401  # importing adds its panel
from home.models import ContactMessage


class ReceivedOnly(ModelPermissionPolicy):
    """Messages come from the form: editors read, mark and delete them, and nobody adds one."""

    def user_has_permission(self, user, action):
        return action != "add" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return super().user_has_any_permission(user, [action for action in actions if action != "add"])


class ContactMessageViewSet(SnippetViewSet):
    model = ContactMessage
    icon = "mail"
    menu_label = _("Messages")
    menu_name = "contact-messages"
    menu_order = 620
    add_to_admin_menu = True
    inspect_view_enabled = True
    list_display = [
        "__str__",
        "name",
        DateColumn("created_at", label=_("received")),
        DateColumn("answered_at", label=_("answered")),
    ]
    list_filter = {"created_at": ["date__gte", "date__lte"], "answered_at": ["isnull"]}
    search_fields = ["name", "subject", "message"]
    search_backend_name = None


register_permission_policy(ContactMessage, ReceivedOnly(ContactMessage))
register_snippet(ContactMessageViewSet)
