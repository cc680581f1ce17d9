from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class CmsConfig(AppConfig):
    default = True
    name = "cms"
    verbose_name = _("Foundation")

    def ready(self):
        from cms import checks, frame, receivers, referencables  # noqa: F401  # importing connects them

        referencables.register()


class SiteUsersConfig(WagtailUsersAppConfig):
    """Wagtail's users, with our forms: nobody becomes a superuser on a screen."""

    user_viewset = "cms.users.SiteUserViewSet"
