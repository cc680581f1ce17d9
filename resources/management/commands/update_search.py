"""manage.py update_search [--check]: write every search document anew, or say which are wrong."""

from django.core.management.base import BaseCommand, CommandError

from resources.search.documents import breaches, refresh_all


class Command(BaseCommand):
    help = "Write every search document anew, or with --check only say what is wrong (exit status 1)."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="change nothing, name what is wrong")

    def handle(self, *args, check, **options):
        if check:
            wrong = breaches()
            for line in wrong:
                self.stderr.write(line)
            if wrong:
                raise CommandError(f"Search is wrong in {len(wrong)} places; run update_search.")
            self.stdout.write("Search is right.")
        else:
            self.stdout.write(f"{refresh_all()} search documents.")
