from django.core.management.base import BaseCommand

from cms import privacy


class Command(BaseCommand):
    help = "Removes personal data that is past its term, and says what is left. The jobs do it every day."

    def handle(self, *args, **options):
        for name, (removed, left) in privacy.run_retention().items():
            self.stdout.write(f"{name}: {removed} removed, {left} kept")
