from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class TrainingTemplate(models.Model):
    """The content of a training to make others from (sjabloon), as it was when an organiser kept it.

    ``content`` is what a draft of a training holds, its moments included: a training that is made from it
    keeps their distance in days and their time of day.
    """

    name = models.CharField(_("name of the template"), max_length=120, unique=True)
    content = models.JSONField(encoder=DjangoJSONEncoder)
    made_at = models.DateTimeField(_("made on"), default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("training template")
        verbose_name_plural = _("training templates")
        ordering = ["name"]

    def __str__(self):
        return self.name
