from django.utils.translation import gettext_lazy as _

from cms.models import BasePage


class TrainingIndexPage(BasePage):
    """/trainingen/: the trainings of the region, with filters. The trainings themselves are snippets."""

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of trainings")


class OrganisationIndexPage(BasePage):
    """/organisaties/: the participating organisations."""

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of organisations")
