"""The demonstration site and a browser, for commands that run outside of pytest."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chromium import CHROMIUM, MISSING, launch
from tests.demo_site import DemoSite


@contextmanager
def demonstration() -> Iterator[tuple]:
    """Load and serve the site; yield a browser and the address. Ends the program without Chromium."""
    if not CHROMIUM:
        sys.exit(MISSING)
    with tempfile.TemporaryDirectory(prefix="zin-demonstration-") as folder:
        print("Loading the demonstration site…", flush=True)
        with (
            DemoSite(Path(folder)) as site,
            sync_playwright() as playwright,
        ):
            yield launch(playwright.chromium), site.url
