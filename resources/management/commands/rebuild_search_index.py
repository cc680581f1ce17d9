"""manage.py rebuild_search_index [--rollback]: a new index on the search server while the site goes on."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = (
        "Fill a new index on the search server from the search documents and put it in use, while the site is"
        " searched and changed. The index that was in use is kept for --rollback. For the search documents"
        " themselves there is update_search."
    )

    def add_arguments(self, parser):
        parser.add_argument("--rollback", action="store_true", help="use the index from before, caught up")

    def handle(self, *args, rollback, **options):
        if not settings.ELASTICSEARCH_URL:
            raise CommandError("There is no search server: ELASTICSEARCH_URL is empty.")
        from resources.search import rebuilding  # brings the client, which most sites do without

        try:
            swapped = rebuilding.roll_back() if rollback else rebuilding.rebuild()
        except rebuilding.SearchServerError as error:
            raise CommandError(f"Nothing changed for visitors: {error}") from error
        self.stdout.write(f"{swapped.name} is in use, with {swapped.documents} documents.")
        if swapped.before:
            self.stdout.write(f"{swapped.before} is kept; --rollback takes it back.")
