"""A plain HTTP client and a reader of HTML, for tests that need no browser."""

from __future__ import annotations

import re
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from http.cookiejar import CookieJar

from bs4 import BeautifulSoup

from tests.browser.samples import SHORTEST_MS

CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)")


@dataclass(frozen=True)
class Answer:
    """What came back in the end; ``url`` is the address after redirects."""

    url: str
    status: int
    kind: str
    body: bytes

    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.body, "html.parser")


class Client:
    """Keeps cookies, as one visitor does; follows redirects."""

    def __init__(self, base: str):
        self.base = base
        self.cookies = CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))

    def open(self, path: str, data: dict[str, str] | None = None) -> Answer:
        """GET, or POST when there is data. Any status is an answer."""
        url = urllib.parse.urljoin(self.base, path)
        encoded = urllib.parse.urlencode(data).encode() if data is not None else None
        try:
            response = self.opener.open(urllib.request.Request(url, data=encoded), timeout=60)
        except urllib.error.HTTPError as error:
            response = error
        with response:
            return Answer(response.url, response.status, response.headers.get_content_type(), response.read())

    def sample(self, sample) -> Answer:
        """The page of a `tests.browser.samples.Sample`, its form sent when it says so."""
        answer = self.open(sample.path)
        if sample.sent:
            form = answer.soup().select_one("main form[method=post]")
            fields = {field["name"]: field.get("value", "") for field in form.select("[name]:not(button)")}
            if sample.typed:
                time.sleep(SHORTEST_MS / 1000)
            fields |= dict(sample.typed)
            answer = self.open(urllib.parse.urljoin(answer.url, form.get("action") or answer.url), fields)
        return answer


@dataclass
class Document:
    """The addresses in a page: ``links`` a visitor may follow, ``resources`` a browser loads by itself."""

    links: set[str]
    resources: set[str]
    ids: set[str]


def read_html(answer: Answer) -> Document:
    """Every address in an HTML page, absolute."""
    soup = answer.soup()
    links = {tag["href"] for tag in soup.select("a[href], area[href]")}
    links |= {tag["action"] for tag in soup.select("form[method=get][action]")}
    followed = {"canonical", "alternate", "prev", "next"}
    resources = set()
    for tag in soup.select("link[href]"):
        (links if followed & set(tag.get("rel", [])) else resources).add(tag["href"])
    for tag in soup.select("[src], [poster]"):
        resources |= {tag[name] for name in ("src", "poster") if tag.get(name)}
    for tag in soup.select("[srcset], [imagesrcset]"):
        candidates = tag.get("srcset") or tag["imagesrcset"]
        resources |= {candidate.split()[0] for candidate in candidates.split(",")}
    for tag in soup.select("svg use"):
        resources.add(tag.get("href") or tag.get("xlink:href"))
    links |= {tag["content"] for tag in soup.select('meta[property="og:image"], meta[property="og:url"]')}
    ids = {tag["id"] for tag in soup.select("[id]")}
    absolute = {address: urllib.parse.urljoin(answer.url, address) for address in links | resources}
    return Document({absolute[one] for one in links}, {absolute[one] for one in resources}, ids)


def read_css(answer: Answer) -> set[str]:
    """Every address that a stylesheet loads, absolute."""
    found = CSS_URL.findall(answer.body.decode())
    return {urllib.parse.urljoin(answer.url, one) for one in found if not one.startswith(("data:", "#"))}


def read_xml(answer: Answer) -> set[str]:
    """Every address in a sitemap or feed."""
    text = answer.body.decode()
    found = re.findall(r"<(?:loc|image:loc)>\s*([^<\s]+)\s*</", text)
    found += re.findall(r"<link[^>]*\bhref=\"([^\"]+)\"", text)
    return {urllib.parse.urljoin(answer.url, one.replace("&amp;", "&")) for one in found}
