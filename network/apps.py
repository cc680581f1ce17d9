from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NetworkConfig(AppConfig):
    name = "network"
    verbose_name = _("Network")

    def ready(self):
        from cms.cards import register_card
        from network import receivers, referencables, structured_data, views  # noqa: F401  # importing connects them
        from network.models import Organisation, TrainingEvent

        register_card(TrainingEvent)
        register_card(Organisation)
        referencables.register()
