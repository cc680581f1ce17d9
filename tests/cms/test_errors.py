from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.template.loader import get_template
from wagtail.models import PageViewRestriction

from cms.choices import Role
from tests.cms.editors import browser, somebody
from tests.factories import NewsPageFactory


@pytest.mark.parametrize(
    "path",
    ["/bestaat-niet/", "/nieuws/bestaat-niet/", "/bestaat/niet.txt", "/trainingen/x/", "/a/" * 900, "/%FF/"],
)
def test_unknown_address_is_not_found_in_the_site_s_own_style(site, client, path):
    response = client.get(path)

    assert response.status_code == 404
    text = response.content.decode()
    assert "error-page" in text
    assert 'action="/zoeken/"' in text


def test_page_that_is_not_found_costs_few_queries(site, client, django_assert_max_num_queries):
    NewsPageFactory.create_batch(3)
    client.get("/bestaat-niet/")

    with django_assert_max_num_queries(8):
        client.get("/bestaat-niet/")


@pytest.mark.parametrize("path", ["/nieuws/%00/", "/zoeken/?q=%00", "/?x=%00"])
def test_nul_byte_is_a_bad_request(site, client, path):
    assert client.get(path).status_code == 400


@pytest.mark.parametrize(
    "path", ["/", "/nieuws/", "/themas/", "/contact/", "/sitemap.xml", "/feeds/alles.xml"]
)
def test_long_and_odd_queries_are_answered(site, client, path):
    for query in (
        "q=" + "x" * 5000,
        "%FF=%C0%AF",
        "pagina=x&thema=[]&&&=",
        "verzonden=" + "%0d%0aSet-Cookie:x",
    ):
        assert client.get(f"{path}?{query}").status_code in (200, 400, 404)


def test_page_of_a_server_error_needs_neither_database_nor_context():
    text = get_template("500.html").render()

    assert "<h1>" in text
    assert "/static/css/site.css" in text


@pytest.mark.parametrize("name", ["400.html", "403.html", "403_csrf.html", "404.html"])
def test_pages_of_other_errors_stand_without_a_site(name):
    text = get_template(name).render()

    assert text.count("<h1>") == 1


def test_host_that_is_not_ours_is_a_bad_request(client, settings):
    settings.ALLOWED_HOSTS = ["zin.example.org"]

    assert client.get("/", HTTP_HOST="boos.example.org").status_code == 400


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_page_without_a_form_is_only_read(site, client, method):
    response = getattr(client, method)("/nieuws/")

    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")


# --- A lock, an outage, a wrong address of the editors ------------------------------------------------------
def test_private_page_asks_for_its_password_in_the_look_of_the_site(site, client):
    page = NewsPageFactory(title="Alleen voor de groep")
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="open-sesam")

    asked = client.get(page.url)
    form = BeautifulSoup(asked.content, "html.parser").select_one("main form")
    hidden = {field["name"]: field["value"] for field in form.select("[type=hidden]") if field.get("value")}
    wrong = client.post(form["action"], {**hidden, "password": "fout"})
    opened = client.post(form["action"], {**hidden, "password": "open-sesam"}, follow=True)

    assert "Op deze pagina zit een slot" in asked.content.decode()
    assert "Alleen voor de groep</h1>" not in asked.content.decode()
    assert "error-summary" in wrong.content.decode()
    assert "Alleen voor de groep</h1>" in opened.content.decode()


def test_page_for_an_outage_needs_nothing_else():
    html = (Path(settings.BASE_DIR) / "cms" / "static" / "onderhoud.html").read_text(encoding="utf-8")
    soup = BeautifulSoup(html, "html.parser")

    assert soup.select("script, link, img, iframe, [src]") == []
    assert "url(" not in html and "{%" not in html and "{{" not in html
    assert (soup.html["lang"], len(soup.select("h1")), len(soup.select("main"))) == ("nl", 1, 1)
    assert len(html.encode()) < 6_000


def test_wrong_address_below_the_editors_screens_leads_back(site):
    response = browser(somebody(Role.EDITOR)).get("/cms/bestaat-niet/")

    assert response.status_code == 404
    assert "Naar mijn startscherm" in response.content.decode()
