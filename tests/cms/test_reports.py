"""The reports of the editors: what is missing, and how the texts read."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from cms import missing
from cms.choices import Role
from cms.text_report import look_at, texts_of
from tests.cms.editors import browser, somebody
from tests.factories import GlossaryTermFactory, NewsPageFactory, SiteImageFactory

# Thumbnails leave temporary files of the image library to the garbage collector.
pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")]

LONG = "Dit is een zin van heel veel woorden " + "en nog meer woorden " * 6 + "tot het einde."


def found(key: str, role: Role) -> list[missing.Found]:
    [check] = [check for check in missing.checks() if check.key == key]
    return check.find(somebody(role))


# --- What is missing ----------------------------------------------------------------------------------------
def test_images_without_alternative_text(site):
    SiteImageFactory(title="Zonder tekst", description="")
    SiteImageFactory(title="Rand", description="", is_decorative=True)
    SiteImageFactory(title="Met tekst")

    assert [one.title for one in found("images-without-text", Role.MODERATOR)] == ["Zonder tekst"]


def test_images_whose_consent_ended_or_ends_within_thirty_days(site):
    today = timezone.localdate()
    SiteImageFactory(title="Bijna", consent_until=today + timedelta(days=30))
    SiteImageFactory(title="Voorbij", consent_until=today - timedelta(days=1))
    SiteImageFactory(title="Later", consent_until=today + timedelta(days=31))

    images = found("consent-of-images", Role.MODERATOR)

    assert [(one.title, one.detail.split(" op ")[0].split(" tot ")[0]) for one in images] == [
        ("Voorbij", "toestemming afgelopen"),
        ("Bijna", "toestemming"),
    ]


def test_pages_past_review_are_for_who_may_edit_them(site):
    page = NewsPageFactory(title="Nakijken", review_on=date(2026, 1, 1))

    assert found("past-review", Role.EDITOR) == [
        missing.Found(
            "Nakijken",
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            "nieuwsbericht, bewaakt door niemand, te lezen op 1 januari 2026",
        )
    ]
    assert found("past-review", Role.ORGANISER) == []


def test_report_lists_every_finding_and_says_where_all_is_well(site):
    for number in range(12):
        NewsPageFactory(title=f"Verhaal {number}", review_on=date(2026, 1, 1), standfirst="Kort")

    html = browser(somebody(Role.EDITOR)).get(reverse("cms_missing")).content.decode()
    part = BeautifulSoup(html, "html.parser").select_one("section[aria-labelledby=past-review]")

    assert part.h2.get_text(" ", strip=True) == "Pagina’s om opnieuw te lezen 12"
    assert len(part.select("li")) == 12
    assert html.count("Alles is in orde.") == len(missing.checks()) - 1


# --- How the texts read -------------------------------------------------------------------------------------
def test_text_is_judged_as_visitors_read_it(site):
    body = [
        ("heading", {"text": "Te diep", "level": "3"}),
        ("text", f'<p>{LONG}</p><p>Lees <a href="https://example.org/">hier</a> verder.</p>'),
    ]
    NewsPageFactory(title="Lastig", standfirst=LONG, body=body)

    [text] = look_at(texts_of(somebody(Role.EDITOR)).filter(title="Lastig"))

    assert [(str(rule["label"]), len(rule["about"])) for rule in text.rules] == [
        ("Een kop slaat een niveau over", 1),
        ("De link zegt niet waar hij heen gaat", 1),
        ("De zin is lang", 2),
    ]


def test_explanations_of_terms_are_not_judged_with_the_text(site):
    GlossaryTermFactory(term="netwerk", explanation=LONG)
    NewsPageFactory(title="Prettig", standfirst="Kort.", body=[("text", "<p>Zo werkt het netwerk.</p>")])

    [text] = look_at(texts_of(somebody(Role.EDITOR)).filter(title="Prettig"))

    assert text.rules == []


def test_report_on_texts_shows_what_to_mend_first_and_what_reads_well(site):
    NewsPageFactory(title="Prettig", standfirst="Kort en duidelijk.")
    NewsPageFactory(title="Lastig", standfirst=LONG)

    html = browser(somebody(Role.EDITOR)).get(reverse("cms_texts")).content.decode()
    soup = BeautifulSoup(html, "html.parser")

    assert [link.string for link in soup.select(".zin-part h2 a")] == ["Lastig"]
    assert "Prettig" in soup.select_one("[aria-labelledby=texts-well]").get_text()


def test_texts_are_those_of_who_may_edit_them_and_live(site):
    NewsPageFactory(title="Op de site")
    NewsPageFactory(title="Concept", live=False)

    assert "Op de site" in [page.title for page in texts_of(somebody(Role.EDITOR))]
    assert "Concept" not in [page.title for page in texts_of(somebody(Role.EDITOR))]
    assert list(texts_of(somebody(Role.ORGANISER))) == []


def test_more_texts_cost_no_more_queries(site, django_assert_num_queries):
    user = somebody(Role.EDITOR)
    for number in range(3):
        NewsPageFactory(title=f"Verhaal {number}", body=[("text", "<p>Kort.</p>")])
    pages = texts_of(user).filter(title__startswith="Verhaal")
    list(pages)

    with django_assert_num_queries(2):
        assert len(look_at(pages)) == 3
