"""Every mail as every kind of mail program gets it: words, links and looks without anything loaded."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.urls import reverse

from cms import mail
from cms.choices import Role
from cms.mail_preview import LOOKS, seen_as
from cms.mail_samples import samples
from tests.cms.editors import browser, somebody

FOLDER = Path(settings.BASE_DIR) / "templates" / "emails"
KEYS = [sample.key for sample in samples()]
ADDRESS = re.compile(r"https?://\S+")

pytestmark = pytest.mark.django_db


@pytest.fixture(params=KEYS)
def sent(request, site) -> dict[str, str]:
    """Subject, text and HTML of one mail."""
    sample = next(sample for sample in samples() if sample.key == request.param)
    return mail.render(sample.name, sample.context)


def test_every_mail_has_a_sample():
    names = {path.parent.name for path in FOLDER.glob("*/subject.txt")}

    assert names == {sample.name for sample in samples()}
    assert len(KEYS) == len(set(KEYS))


def test_text_has_short_lines_and_addresses_of_their_own(sent):
    lines = sent["text"].splitlines()

    assert [line for line in lines if len(line) > mail.COLUMNS and not ADDRESS.search(line)] == []
    assert [line for line in lines if ADDRESS.search(line) and not ADDRESS.fullmatch(line.strip())] == []


def test_text_has_no_markup_and_no_row_of_empty_lines(sent):
    assert re.search(r"[<>]|&\w+;|\n\n\n", sent["text"]) is None
    assert sent["text"].endswith("\n") and not sent["text"].startswith("\n")


def test_html_asks_nobody_for_anything(sent):
    soup = BeautifulSoup(sent["html"], "html.parser")

    assert soup.select("img, link, script, iframe, object, [background], [srcset]") == []
    assert "url(" not in sent["html"] and "@import" not in sent["html"]


def test_html_says_every_colour_and_size_on_the_element(sent):
    """A program that drops the style element shows the same."""
    soup = BeautifulSoup(sent["html"], "html.parser")

    bare = [tag.name for tag in soup.select("h1, p, a, li, ul, th, td[class], body") if not tag.get("style")]

    assert bare == []
    assert 'width="600"' in sent["html"] and "max-width:600px" in sent["html"]
    assert soup.select("[style*='flex'], [style*='grid'], [style*='position:']") == []


def test_links_of_html_and_text_are_the_same_and_say_where_they_go(sent):
    soup = BeautifulSoup(sent["html"], "html.parser")
    links = {tag["href"]: tag.get_text(strip=True) for tag in soup.select("a[href^=http]")}

    assert set(links) == set(ADDRESS.findall(sent["text"]))
    assert all(links.values())


def test_html_knows_its_language_its_title_and_dark_colours(sent):
    soup = BeautifulSoup(sent["html"], "html.parser")

    assert soup.html["lang"] == "nl"
    assert soup.title.string == sent["subject"]
    assert soup.select_one("meta[name=color-scheme]")["content"] == "light dark"
    assert "prefers-color-scheme: dark" in soup.style.string
    assert len(soup.select("h1")) == 1


def test_html_is_small(sent):
    assert len(sent["html"].encode()) < 30_000  # a well-known program cuts a mail off at 102 kB


def test_what_visitors_typed_stays_text(site):
    typed = {"name": "<b>Bo</b>", "email": "bo@example.org", "subject": "", "message": "1 < 2\n<script>x"}

    written = mail.render("contact_message", {"message": typed})

    assert "&lt;script&gt;x" in written["html"] and "1 &lt; 2<br>" in written["html"]
    assert "<b>Bo</b> (bo@example.org)" in written["text"]


def test_fold_keeps_an_address_whole_and_words_below_their_dash():
    address = "https://example.org/" + "a" * 80
    long = "- " + "woord " * 20

    assert mail.fold(address) == address + "\n"
    assert [line[:2] for line in mail.fold(long).splitlines()] == ["- ", "  "]


# --- /cms/mails/ --------------------------------------------------------------------------------------------
def test_editors_see_every_mail_and_every_look(site):
    client = browser(somebody(Role.EDITOR))

    listed = client.get(reverse("cms_mails")).content.decode()
    opened = {key: client.get(reverse("cms_mail", args=[key])).content.decode() for key in KEYS}

    assert all(reverse("cms_mail", args=[key]) in listed for key in KEYS)
    for key, page in opened.items():
        for look in LOOKS:
            frame = client.get(reverse("cms_mail_look", args=[key, look]))
            assert reverse("cms_mail_look", args=[key, look]) in page
            assert frame.status_code == 200
            assert "default-src 'none'" in frame.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "path", ["/cms/mails/geheim/", "/cms/mails/release/paars/", "/cms/mails/geheim/dark/"]
)
def test_mail_or_look_that_is_unknown_is_not_found(site, path):
    assert browser(somebody(Role.EDITOR)).get(path).status_code == 404


def test_mails_are_for_who_may_enter_the_editors_screens(client, site):
    assert client.get(reverse("cms_mails")).status_code == 302
    assert browser(somebody(Role.COORDINATOR)).get(reverse("cms_mails")).status_code == 302


def test_looks_are_light_always_dark_always_and_without_style():
    html = "<style>a{} @media (prefers-color-scheme: dark) { b{} }</style><p>"

    assert "@media not all { b{} }" in seen_as(html, "light")
    assert "@media all { b{} }" in seen_as(html, "dark")
    assert seen_as(html, "old") == "<p>"
