"""/cms/reports/inzage/: who looked at personal data of registrations, for administrators."""

import django_filters
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from network.choices import AccessKind
from network.models import PersonalDataAccess

VIEW = "network.view_personaldataaccess"


class AccessFilterSet(WagtailFilterSet):
    what = django_filters.ChoiceFilter(label=_("what was seen"), choices=AccessKind.choices)

    class Meta:
        model = PersonalDataAccess
        fields = ["what"]


class AccessReport(ReportView):
    model = PersonalDataAccess
    permission_policy = ModelPermissionPolicy(PersonalDataAccess)
    permission_required = "view"
    page_title = _("Who saw personal data")
    header_icon = "view"
    index_url_name = "organiser_access"
    index_results_url_name = "organiser_access_results"
    filterset_class = AccessFilterSet
    default_ordering = "-at"
    columns = [
        DateColumn("at", label=_("when"), sort_key="at"),
        Column("user", label=_("user")),
        Column("organisation", label=_("organisation")),
        Column("event", label=_("training")),
        Column("what", label=_("what was seen"), accessor="get_what_display"),
        Column("people", label=_("number of people")),
    ]

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(VIEW):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        return super().get_queryset().select_related("user", "organisation", "event")
