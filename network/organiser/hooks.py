"""The organiser's screens in /cms/, the report for administrators, and what keeps a training with people."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from network.models import TrainingEvent
from network.organiser.urls import urlpatterns
from network.organiser.views.access_report import VIEW


@hooks.register("before_delete_snippet")
def keep_trainings_with_registrations(request, instances):
    """Registrations hold their training, also cancelled ones: they are its history and its figures."""
    trainings = [one.pk for one in instances if isinstance(one, TrainingEvent)]
    held = TrainingEvent.objects.filter(pk__in=trainings, log__isnull=False).distinct()
    if not held:
        return None
    titles = ", ".join(f"“{event}”" for event in held)
    words = _("Somebody registered for %(titles)s, so it cannot be deleted. Call it off or unpublish it.")
    messages.error(request, words % {"titles": titles})
    return redirect(TrainingEvent.snippet_viewset.get_url_name("list"))


@hooks.register("register_admin_urls")
def organiser_screens():
    return urlpatterns


class AccessMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(VIEW)


@hooks.register("register_reports_menu_item")
def access_menu_item():
    return AccessMenuItem(
        gettext_lazy("Who saw personal data"),
        reverse("organiser_access"),
        name="access",
        icon_name="view",
        order=900,
    )
