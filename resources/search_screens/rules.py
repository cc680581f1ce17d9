"""The words that editors teach the search, each with what it changes before and after saving."""

from django.urls import reverse
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet, SnippetViewSetGroup

from resources.models import CompoundPart, StemException, SynonymGroup
from resources.search import editing, effects
from resources.search.query import clean
from resources.search_screens.report import ReportMenuItem

PROMOTE = "wagtailsearchpromotions.change_searchpromotion"
QUEUED = gettext_lazy(
    "The site now reads all its texts again with this word. That takes a minute or so; then search knows it."
)


class SynonymCreateView(CreateView):
    """Takes the first word from ``?woord=``, the link of the report."""

    def get_initial(self):
        return {**super().get_initial(), "words": clean(self.request.GET.get("woord", ""))}


class SynonymViewSet(SnippetViewSet):
    model = SynonymGroup
    icon = "link"
    add_view_class = SynonymCreateView
    list_display = ["__str__", "direction"]
    search_backend_name = None
    search_fields = ["words"]
    ordering = ["words"]


class CompoundPartViewSet(SnippetViewSet):
    model = CompoundPart
    icon = "grip"
    list_display = ["part"]
    search_backend_name = None
    search_fields = ["part"]
    ordering = ["part"]


class StemExceptionViewSet(SnippetViewSet):
    model = StemException
    icon = "edit"
    list_display = ["word", "base"]
    search_backend_name = None
    search_fields = ["word", "base"]
    ordering = ["word"]


class PromotionMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(PROMOTE)


class SearchGroup(SnippetViewSetGroup):
    menu_label = gettext_lazy("Search")
    menu_name = "search-words"
    menu_icon = "search"
    menu_order = 720
    items = (SynonymViewSet, CompoundPartViewSet, StemExceptionViewSet)

    def get_submenu_items(self):
        return [
            *super().get_submenu_items(),
            PromotionMenuItem(
                gettext_lazy("Promoted results"),
                reverse("wagtailsearchpromotions:index"),
                name="search-promotions",
                icon_name="pick",
                order=10,
            ),
            ReportMenuItem(
                gettext_lazy("What people search for"),
                reverse("search_report"),
                name="search-report",
                icon_name="search",
                order=11,
            ),
            ReportMenuItem(
                gettext_lazy("Why a hit stands there"),
                reverse("search_why"),
                name="search-why",
                icon_name="help",
                order=12,
            ),
        ]


def tell_what_changed(request, rule) -> None:
    """Say after saving what the word changes; parts and stems need the texts to be read again."""
    if isinstance(rule, editing.RULES):
        messages.success(request, effects.in_words(effects.work_out(rule)))
        if not isinstance(rule, SynonymGroup):
            messages.warning(request, QUEUED)
