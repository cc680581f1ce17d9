"""The report of searches: which lines it has, for whom, and as a file."""

import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from cms import privacy
from cms.choices import Role
from resources.models import SearchDay
from resources.search import report
from resources.search.report import RISING, TOP, WITHOUT_HIT
from tests.cms.editors import browser, somebody
from tests.resources.search_page import news

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 30)


def searched(words, number, *, ago=0, zero=0, repaired_to="", today=TODAY):
    SearchDay.objects.create(
        date=today - timedelta(days=ago),
        key=words,
        shown_as=words,
        searches=number,
        zero=zero,
        engine="database",
        repaired_to=repaired_to,
    )


@pytest.fixture
def month():
    searched("stage", 6)
    searched("stage", 5, ago=29)
    searched("stage", 9, ago=30)  # the period before
    searched("klompen", 8, ago=3, zero=2)
    searched("muil", 2, ago=1, zero=2)
    searched("muil", 1, ago=2, zero=1)
    searched("zelden", 2, zero=2)  # fewer than three
    searched("vroeger", 9, ago=61)


def shown(kind, days=30):
    return [
        (one.key, one.searches, one.zero, one.before) for one in report.lines(kind, until=TODAY, days=days)
    ]


def test_lines_come_by_number_by_growth_and_by_searches_without_a_hit(month):
    stage, klompen, muil = ("stage", 11, 0, 9), ("klompen", 8, 2, 0), ("muil", 3, 3, 0)

    assert shown(TOP) == [stage, klompen, muil]
    assert shown(RISING) == [klompen, muil, stage]
    assert shown(WITHOUT_HIT) == [muil, klompen]


def test_total_counts_what_no_line_shows(month):
    assert report.total(until=TODAY, days=30) == (24, 7)


def test_engines_count_together(month):
    SearchDay.objects.create(date=TODAY, key="stage", shown_as="stage", searches=4, engine="elasticsearch")

    assert shown(TOP)[0] == ("stage", 15, 0, 9)


def test_lines_cost_one_query(month, django_assert_num_queries):
    with django_assert_num_queries(1):
        report.lines(TOP, until=TODAY, days=30)


def test_counts_of_more_than_thirteen_months_ago_are_deleted():
    for ago in (0, 390, 396, 500):
        searched("stage", 3, ago=ago)

    removed = privacy.run_retention(datetime(2026, 11, 30, 12, tzinfo=UTC))["counts of searches"]

    assert removed == (1, 3)
    oldest = SearchDay.objects.order_by("date").values_list("date", flat=True)[0]
    assert oldest == date(2025, 10, 30)


@pytest.mark.parametrize(
    ("role", "status"),
    [("editor", 200), ("moderator", 200), ("administrator", 200), ("organiser", 404)],
)
def test_report_is_for_who_writes(site, role, status):
    client = browser(somebody(role))

    assert [client.get(reverse(name)).status_code for name in ("search_report", "search_why")] == [
        status,
        status,
    ]


@pytest.fixture
def moderator(site):
    today = timezone.localdate()
    searched("=klompen & muil", 4, zero=4, today=today, repaired_to="klomp")
    return browser(somebody(Role.MODERATOR))


def test_line_leads_to_a_synonym_a_promotion_and_the_reasons(moderator):
    html = moderator.get(reverse("search_report"), {"soort": "zonder", "periode": "7"}).content.decode()

    words = "%3Dklompen+%26+muil"
    for address in (
        f"/cms/snippets/resources/synonymgroup/add/?woord={words}",
        f"/cms/searchpicks/add/?q={words}",
        f"/cms/reports/zoekvragen/waarom/?q={words}",
        f"/zoeken/?q={words}",
    ):
        assert f'href="{address}"' in html
    assert "gezocht als “klomp”" in html


def test_editor_is_offered_only_what_an_editor_may_do(site):
    searched("klompen", 4, today=timezone.localdate())

    html = browser(somebody(Role.EDITOR)).get(reverse("search_report")).content.decode()

    assert "waarom/?q=klompen" in html
    assert "synonymgroup/add/" not in html
    assert "searchpicks/add/" not in html


def test_forms_of_a_line_are_filled_in(moderator):
    synonym = moderator.get("/cms/snippets/resources/synonymgroup/add/", {"woord": "klompen"})
    promotion = moderator.get("/cms/searchpicks/add/", {"q": "klompen"})

    assert synonym.context["form"]["words"].value() == "klompen"
    assert promotion.context["form"]["query_string"].value() == "klompen"


@pytest.mark.parametrize("parameters", [{"soort": "x"}, {"periode": "1"}, {"periode": "x"}, {"als": "html"}])
def test_report_that_does_not_exist_is_not_found(moderator, parameters):
    assert moderator.get(reverse("search_report"), parameters).status_code == 404


def test_files_hold_text_and_no_formula(moderator):
    answer = moderator.get(reverse("search_report"), {"als": "csv", "periode": "7"})
    table = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert table == [
        ["Zoekwoorden", "Keer gezocht", "Zonder resultaat", "Periode ervoor", "Verbeterd tot"],
        ["'=klompen & muil", "4", "4", "0", "klomp"],
    ]

    answer = moderator.get(reverse("search_report"), {"als": "xlsx", "periode": "7"})
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert [cell.value for cell in sheet[2]] == ["=klompen & muil", 4, 4, 0, "klomp"]
    assert [cell.data_type for cell in sheet[2]] == ["s", "n", "n", "n", "s"]


def test_reasons_name_the_words_and_the_parts_of_each_score(site):
    page = news("Klompen van hout")
    client = browser(somebody(Role.EDITOR))

    answer = client.get(reverse("search_why"), {"q": "klompen zeppelin"})

    found = answer.context["found"]
    assert (found.total, found.unknown) == (1, ["zeppelin"])
    assert [word.text for word in found.words] == ["klompen"]
    [hit] = found.hits
    assert hit.shown.url == page.url
    assert hit.score == pytest.approx(sum(points for _label, points in hit.parts), abs=1e-5)
    assert hit.parts[0][0] == "“klompen” (klomp) in de titel"
    assert SearchDay.objects.count() == 0
