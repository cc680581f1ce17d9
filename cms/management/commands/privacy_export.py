import json

from django.core.management.base import BaseCommand

from cms import privacy


class Command(BaseCommand):
    help = "Prints everything that is stored about an e-mail address as JSON."

    def add_arguments(self, parser):
        parser.add_argument("--email", required=True)

    def handle(self, *args, email, **options):
        found = privacy.export(email)
        self.stdout.write(json.dumps(found, indent=1, ensure_ascii=False))
        if found:
            privacy.exported.send(sender=type(self))
