from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResourcesConfig(AppConfig):
    name = "resources"
    verbose_name = _("Stories and guides")

    def ready(self):
        from cms.cards import register_card
        from resources import checks, health, receivers, structured_data, views  # noqa: F401  # importing connects them
        from resources.forms import AnimationPageForm
        from resources.models import (
            AnimationPage,
            GoodPracticePage,
            GuidePage,
            InterviewPage,
            NewsPage,
        )

        for model in (NewsPage, InterviewPage, AnimationPage, GuidePage, GoodPracticePage):
            register_card(model)
        AnimationPage.base_form_class = AnimationPageForm  # here, because models know no forms
