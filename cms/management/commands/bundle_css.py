from django.core.management.base import BaseCommand, CommandError

from cms import css


class Command(BaseCommand):
    help = "Write cms/static/css/site.css from the source files beside it."

    def add_arguments(self, parser):
        parser.add_argument(
            "--check", action="store_true", help="Write nothing; fail when site.css is out of date."
        )

    def handle(self, *args, check=False, **options):
        fresh = css.bundle()
        current = css.BUNDLE.read_text(encoding="utf-8") if css.BUNDLE.exists() else ""
        if fresh == current:
            self.stdout.write("site.css is up to date.")
        elif check:
            raise CommandError("site.css is out of date: run manage.py bundle_css.")
        else:
            css.BUNDLE.write_text(fresh, encoding="utf-8")
            self.stdout.write(f"Wrote {css.BUNDLE.name}: {len(fresh.encode())} bytes.")
