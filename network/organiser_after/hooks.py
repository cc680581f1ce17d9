"""The screens at and after a training, and the way to them from the list of trainings."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import ListingButton

from network.models import TrainingEvent
from network.organiser.access import may_manage
from network.organiser_after.urls import urlpatterns


@hooks.register("register_admin_urls")
def screens_for_afterwards():
    return urlpatterns


@hooks.register("register_snippet_listing_buttons")
def attendance_button(snippet, user, next_url=None):
    """In the menu of each training in the list."""
    if isinstance(snippet, TrainingEvent) and may_manage(user):
        url = reverse("organiser_attendance", args=[snippet.pk])
        yield ListingButton(_("Attendance"), url=url, icon_name="group", priority=2)
