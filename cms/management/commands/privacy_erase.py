from django.core.management.base import BaseCommand

from cms import privacy


class Command(BaseCommand):
    help = "Removes everything that is stored about an e-mail address; counts stay."

    def add_arguments(self, parser):
        parser.add_argument("--email", required=True)

    def handle(self, *args, email, **options):
        for name, number in privacy.erase(email).items():
            self.stdout.write(f"{name}: {number} removed")
        left = privacy.export(email)
        self.stdout.write(f"left: {', '.join(left) or 'nothing'}")
