"""HTML, style, fonts and script of every page stay under 60 kB, as they are sent compressed."""

import gzip
from urllib.parse import urljoin

import pytest

from tests.browser.samples import SAMPLES
from tests.browser.web import Client, read_css

LIMIT = (
    60_000  # bytes; a megabyte is nothing on fibre, but half of our visitors read on a phone in a care home
)


def compressed(answer) -> int:
    """Bytes on the wire: text as gzip makes it, fonts as they are (woff2 is compressed)."""
    return len(answer.body) if answer.kind.startswith("font") else len(gzip.compress(answer.body, 6))


@pytest.fixture
def shared_parts(demo_site):
    """Weigh what a page loads beside its own HTML: stylesheets and what they load, fonts, scripts."""
    client, known = Client(demo_site.url), {}

    def weigh(address):
        if address not in known:
            answer = client.open(address)
            known[address] = {address: compressed(answer)}
            if answer.kind == "text/css":
                known[address].update({font: compressed(client.open(font)) for font in read_css(answer)})
        return known[address]

    return weigh


def test_weight(demo_site, shared_parts):
    client, weights = Client(demo_site.url), {}
    for sample in SAMPLES:
        answer = client.sample(sample)
        parts = {"html": compressed(answer)}
        for tag in answer.soup().select("link[rel=stylesheet], link[as=font], script[src]"):
            parts.update(shared_parts(urljoin(answer.url, tag.get("href") or tag["src"])))
        weights[str(sample)] = sum(parts.values())

    for name, weight in sorted(weights.items(), key=lambda item: -item[1]):
        print(f"{weight / 1000:6.1f} kB  {name}")
    assert {name: weight for name, weight in weights.items() if weight >= LIMIT} == {}
