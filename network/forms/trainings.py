"""Forms of the editors' screens: what a training needs before visitors may see it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from network.choices import TrainingForm


class TrainingEventForm(WagtailAdminModelForm):
    """A draft may be thin; whoever comes on site must know where before it is published or scheduled."""

    def clean(self):
        data = super().clean()
        on_site = data.get("form") and data["form"] != TrainingForm.ONLINE
        if on_site and not data.get("venue") and not self.is_deferred_validation:
            self.add_error("venue", _("Choose where the training is held."))
        return data
