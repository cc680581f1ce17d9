import pytest
from django.template.loader import get_template

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
