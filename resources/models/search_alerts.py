from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchAlertQuerySet(models.QuerySet):
    def due(self, before):
        """Confirmed alerts for which was last looked at or before the aware datetime ``before``."""
        return self.filter(confirmed_at__isnull=False, looked_at__lte=before)

    def unconfirmed_since(self, moment):
        """Requests of before ``moment`` that nobody confirmed."""
        return self.filter(confirmed_at=None, created_at__lt=moment)


class SearchAlert(models.Model):
    """Somebody who wants a mail when a search finds something new. Deleted when they stop it.

    ``parameters`` are those of the address of the search, in a fixed order; ``email`` is in lower case.
    ``looked_at``: what came on the site after it is new.
    """

    email = models.EmailField(_("e-mail address"))
    parameters = models.CharField(max_length=1000)
    label = models.CharField(max_length=300)
    created_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    looked_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    objects = SearchAlertQuerySet.as_manager()

    class Meta:
        verbose_name = _("alert for a search")
        verbose_name_plural = _("alerts for searches")
        constraints = [models.UniqueConstraint(fields=["email", "parameters"], name="one_search_alert")]

    def __str__(self):
        return f"{self.pk}: {self.created_at:%Y-%m-%d}"
