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
        from resources.search import editing, effects, lexicon

        for model in (NewsPage, InterviewPage, AnimationPage, GuidePage, GoodPracticePage):
            register_card(model)
        for model in editing.RULES:
            model.work_out_effect = staticmethod(effects.work_out)  # here, because models know no rules
        lexicon.read_from(editing.EditorsWords())
        AnimationPage.base_form_class = AnimationPageForm  # here, because models know no forms
