"""The screens of trainings without a date in /cms/: the list with the people interested, and planning one."""

from __future__ import annotations

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.snippets.views.snippets import EditView, IndexView, SnippetViewSet

from network import interest
from network.admin_access import hidden_unless
from network.forms import PlanForm
from network.models import TrainingEvent, TrainingIdea

PLAN = "network.add_trainingevent"


def plan_url(idea: TrainingIdea) -> str:
    return reverse("network_plan", args=[idea.pk])


class IdeaIndexView(IndexView):
    """Adds "plan this training" to the buttons of each."""

    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        if self.request.user.has_perm(PLAN):
            label = _("Plan this training")
            buttons.append(Button(label, url=plan_url(instance), icon_name="date", priority=15))
        return buttons


class IdeaEditView(EditView):
    """Adds "plan this training" and "view live" to the head of the editor's screen."""

    @property
    def header_buttons(self):
        buttons = list(super().header_buttons)
        if self.request.user.has_perm(PLAN):
            label = _("Plan this training")
            buttons.append(HeaderButton(label, url=plan_url(self.object), icon_name="date"))
        if self.object.is_open:
            url = self.object.get_absolute_url()
            buttons.append(HeaderButton(_("View live"), url=url, icon_name="view"))
        return buttons


class TrainingIdeaViewSet(SnippetViewSet):
    model = TrainingIdea
    icon = "calendar-alt"
    menu_label = gettext_lazy("Without a date")
    index_view_class = IdeaIndexView
    edit_view_class = IdeaEditView
    list_display = [
        "title",
        Column("interested", label=gettext_lazy("interested"), sort_key="interested"),
        Column("wanted_number", label=gettext_lazy("enough people"), sort_key="wanted_number"),
        Column("region", label=gettext_lazy("region"), sort_key="region__name"),
        BooleanColumn("is_open", label=gettext_lazy("people can sign up")),
    ]
    list_filter = ["region", "is_open"]
    ordering = "title"
    search_backend_name = None
    search_fields = ["title", "summary"]

    def get_queryset(self, request):
        return TrainingIdea.objects.with_interest().select_related("region")


@hidden_unless(lambda user: user.has_perm(PLAN))
@require_http_methods(["GET", "HEAD", "POST"])
def plan(request, pk: int):
    """Ask when and by whom, make the draft, and go on in the editor of the training."""
    idea = get_object_or_404(TrainingIdea.objects.with_interest(), pk=pk)
    form = PlanForm(request.POST or None, initial={"host": idea.host_id, "region": idea.region_id})
    if request.method == "POST" and form.is_valid():
        event = interest.plan(idea, user=request.user, **form.cleaned_data)
        messages.success(request, _("This is the draft. Everybody interested is told when you publish it."))
        return redirect(reverse(TrainingEvent.snippet_viewset.get_url_name("edit"), args=[event.pk]))
    title = _("Plan this training")
    return render(request, "network/plan_idea.html", {"idea": idea, "form": form, "header_title": title})
