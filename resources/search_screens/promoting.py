"""Making a promoted result: Wagtail's screen with the words of the report, and our own help text."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.search_promotions.forms import QueryForm
from wagtail.contrib.search_promotions.views import settings as wagtail_views

from resources.search.query import clean


class PromotionForm(QueryForm):
    query_string = forms.CharField(
        label=_("Search words"),
        help_text=_(
            "What people type. Plurals and small words make no difference: “de stages” counts as “stage”."
        ),
    )


class PromotionCreateView(wagtail_views.CreateView):
    form_class = PromotionForm
    template_name = "resources/search_screens/promotion_add.html"

    def get_initial(self):
        return {**super().get_initial(), "query_string": clean(self.request.GET.get("q", ""))}


class PromotionEditView(wagtail_views.EditView):
    form_class = PromotionForm
    template_name = "resources/search_screens/promotion_edit.html"
