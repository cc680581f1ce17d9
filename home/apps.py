from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Site")

    def ready(self):
        from cms.cards import register_card
        from home import health, structured_data, views  # noqa: F401  # importing connects the pages to their views
        from home.models import TextPage

        register_card(TextPage)
