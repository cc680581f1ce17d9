"""What a page weighs: on paper for every page, and over the network for what most people open first.

HTML, style, fonts and script of every page stay under 60 kB, as they are sent compressed. A phone that opens
the front page and reads it to the end, pictures included, gets 140 kB in 12 requests; a story is 80 kB.
"""

import gzip
from urllib.parse import urljoin

import brotli
import pytest

from tests.browser.chromium import PHONE
from tests.browser.samples import SAMPLES
from tests.browser.web import Client, read_css

LIMIT = (
    60_000  # bytes; a megabyte is nothing on fibre, but half of our visitors read on a phone in a care home
)
FRONT_PAGE = 140_000  # bytes over the network, headers included
FRONT_PAGE_REQUESTS = 12
STORY = 80_000
STORIES = ["/nieuws/zes-organisaties-een-klas/", "/nieuws/studenten-presenteren-verbetervoorstellen/"]
DENSITY = 2  # device pixels to a CSS pixel, as on the phones of most visitors


def compressed(answer) -> int:
    """Bytes on the wire in production: pages by gzip, style and script by brotli, woff2 fonts as they are.

    WhiteNoise keeps the compressed copies of static files; every browser with HTTPS takes brotli.
    """
    if answer.kind.startswith("font"):
        return len(answer.body)
    if answer.kind in ("text/css", "text/javascript", "application/javascript"):
        return len(brotli.compress(answer.body, quality=11))
    return len(gzip.compress(answer.body, 6))


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


@pytest.fixture
def read_on_a_phone(new_page, demo_site):
    """Open a page on a phone, read it to its end, and return the bytes of each request over the network."""

    def read(path):
        page = new_page(viewport=PHONE, device_scale_factor=DENSITY, is_mobile=True, has_touch=True)
        page.context.unroute_all()  # a request that is judged on the way is counted without its size
        network, addresses, sizes = page.context.new_cdp_session(page), {}, {}
        network.on(
            "Network.requestWillBeSent",
            lambda sent: addresses.update({sent["requestId"]: sent["request"]["url"]}),
        )
        network.on(
            "Network.loadingFinished",
            lambda done: sizes.update({done["requestId"]: done["encodedDataLength"]}),
        )
        network.send("Network.enable")
        page.goto(path, wait_until="networkidle")
        height = page.evaluate("document.documentElement.scrollHeight")
        for place in range(0, height, PHONE["height"] // 2):
            page.evaluate("place => scrollTo(0, place)", place)
            page.wait_for_timeout(60)
        page.wait_for_load_state("networkidle")
        own = (demo_site.url + "/", "data:")
        outside = [address for address in addresses.values() if not address.startswith(own)]
        assert outside == [], "requests left the site"
        return {
            addresses[one]: round(size)
            for one, size in sizes.items()
            if not addresses[one].startswith("data:")
        }

    return read


def breakdown(sizes: dict[str, int]) -> str:
    """Every request with its weight, the heaviest first."""
    rows = sorted(sizes.items(), key=lambda item: -item[1])
    return "\n".join(
        [
            f"{sum(sizes.values()) / 1000:.1f} kB in {len(sizes)} requests",
            *(f"{size / 1000:7.1f} kB  {url}" for url, size in rows),
        ]
    )


def test_front_page_on_a_phone(read_on_a_phone):
    sizes = read_on_a_phone("/")

    print(breakdown(sizes))
    assert sum(sizes.values()) <= FRONT_PAGE and len(sizes) <= FRONT_PAGE_REQUESTS, breakdown(sizes)


@pytest.mark.parametrize("path", STORIES)
def test_story_on_a_phone(read_on_a_phone, path):
    sizes = read_on_a_phone(path)

    print(breakdown(sizes))
    assert sum(sizes.values()) <= STORY, breakdown(sizes)


def test_first_view_waits_for_no_script(demo_site):
    client = Client(demo_site.url)
    waiting = {}
    for sample in SAMPLES:
        scripts = client.sample(sample).soup().select("script:not([type='application/ld+json'])")
        blocking = [str(one) for one in scripts if one.get("type") != "module" and not one.has_attr("defer")]
        if blocking:
            waiting[str(sample)] = blocking

    assert waiting == {}
