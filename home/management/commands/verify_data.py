from django.core.management.base import BaseCommand, CommandError

from home.integrity import breaches


class Command(BaseCommand):
    """Reads only; safe while the site runs."""

    help = "Checks registrations, mails, files, page tree and search; names each breach; exit 1 if any."

    def handle(self, *args, **options):
        found = breaches()
        for subject, lines in found.items():
            self.stdout.write(f"{subject}: {'ok' if not lines else len(lines)}")
            for line in lines:
                self.stdout.write(f"  {line}")
        if any(found.values()):
            raise CommandError("The data is not in order.", returncode=1)
