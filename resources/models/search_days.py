from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchDay(models.Model):
    """How often something was searched for on a day (Dutch date): no person, no address, no moment.

    ``key`` holds the analysed words, so that "stages" and "stage" count together; ``shown_as`` is how it was
    typed last. ``zero`` of the ``searches`` found nothing. ``repaired_to``: what was searched for instead of
    a typing mistake.
    """

    date = models.DateField(_("day"))
    key = models.CharField(max_length=200)
    shown_as = models.CharField(_("search"), max_length=200)
    searches = models.PositiveIntegerField(_("searches"), default=0)
    zero = models.PositiveIntegerField(_("without a hit"), default=0)
    engine = models.CharField(max_length=20)
    repaired_to = models.CharField(_("repaired to"), max_length=200, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("searches of a day")
        verbose_name_plural = _("searches of a day")
        constraints = [models.UniqueConstraint(fields=["date", "key", "engine"], name="one_search_day")]

    def __str__(self):
        return f"{self.date}: {self.shown_as}"
