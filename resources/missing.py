"""What stories lack, for the editors' dashboard and report."""

from django.db.models import CharField, F, Value
from django.urls import reverse
from django.utils.translation import gettext_lazy

from cms.dashboard import COUNTED, editable_pages
from cms.missing import Found, check
from resources.models import AnimationPage, GoodPracticePage, GuidePage, InterviewPage, NewsPage

STORIES = (NewsPage, InterviewPage, AnimationPage, GuidePage, GoodPracticePage)


@check(
    "stories-without-summary",
    gettext_lazy("Stories without a summary"),
    gettext_lazy(
        "Write a standfirst of one or two sentences: it stands in lists, in search and in shared links."
    ),
    order=40,
)
def stories_without_summary(user):
    """Live stories of every kind with an empty standfirst; one query beside the user's rights."""
    mine = editable_pages(user).values("pk")
    arms = [
        model.objects.filter(live=True, standfirst="", pk__in=mine)
        .order_by()
        .annotate(key=F("pk"), name=F("title"), of_type=Value(model._meta.label, output_field=CharField()))
        .values_list("key", "name", "of_type")
        for model in STORIES
    ]
    kinds = {model._meta.label: str(model._meta.verbose_name) for model in STORIES}
    rows = arms[0].union(*arms[1:], all=True).order_by("name")[: COUNTED + 1]
    return [
        Found(title, reverse("wagtailadmin_pages:edit", args=[pk]), kinds[label]) for pk, title, label in rows
    ]
