"""Measures queries and processor time of one page of each kind, without any cache."""

import statistics
import time
from urllib.parse import urlsplit
from xml.etree import ElementTree

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.test import Client
from django.test.utils import (
    CaptureQueriesContext,
    override_settings,
    setup_test_environment,
    teardown_test_environment,
)

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
EXTRA_PATHS = [
    "/zoeken/",
    "/zoeken/?q=training",
    "/trainingen/agenda.ics",
    "/feeds/alles.xml",
    "/sitemap.xml",
]
NO_CACHE = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
REPEATS = 30
TARGET_MS = 15  # processor time of a page that no cache answers


class Command(BaseCommand):
    """Prints SQL statements and the median processor time (ms, this process) for each template of the site.

    It uses the content of the present database, with debugging off and templates loaded once.
    """

    help = "Prints queries and processor time of one page of each kind."

    def add_arguments(self, parser):
        parser.add_argument("--repeats", type=int, default=REPEATS, help="measurements of each page")
        parser.add_argument("paths", nargs="*", help="measure these paths instead of one of each kind")

    def handle(self, *args, paths, repeats, **options):
        with override_settings(DEBUG=False, CACHES=NO_CACHE, ALLOWED_HOSTS=["*"], SECURE_SSL_REDIRECT=False):
            client = Client(SERVER_NAME="localhost")
            pages = dict.fromkeys(paths, "") or self.one_of_each(client)
            self.stdout.write(f"{'SQL':>4} {'CPU ms':>7}  path (template)")
            for path, template in pages.items():
                queries, milliseconds = measure(client, path, repeats)
                mark = "  slower than the target" if milliseconds > TARGET_MS else ""
                self.stdout.write(f"{queries:>4} {milliseconds:>7.1f}  {path} ({template}){mark}")

    def one_of_each(self, client) -> dict[str, str]:
        """Map the first path of each template to that template; the paths are those of the sitemap."""
        setup_test_environment(debug=False)  # makes responses tell their templates
        try:
            found: dict[str, str] = {}
            for path in [*sitemap_paths(client), *EXTRA_PATHS]:
                response = client.get(path)
                if response.status_code != 200:
                    raise CommandError(f"{path} answers {response.status_code}")
                names = [template.name for template in response.templates if template.name]
                name = names[0] if names else path
                if path in EXTRA_PATHS or name not in found.values():
                    found[path] = name
        finally:
            teardown_test_environment()
        return found


def sitemap_paths(client) -> list[str]:
    """Every path that the sitemap names, in its order."""
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    return [urlsplit(place.text.strip()).path for place in root.iter(f"{NAMESPACE}loc")]


def measure(client, path: str, repeats: int) -> tuple[int, float]:
    """Return the SQL statements of one request and the median processor time in milliseconds."""
    client.get(path)  # loads the templates
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
        queries = len(captured)
    times = []
    for _ in range(repeats):
        started = time.process_time()
        client.get(path)
        times.append((time.process_time() - started) * 1000)
    return queries, statistics.median(times)
