import json

from django.core.management.base import BaseCommand
from django.utils import timezone

from network.registration.audit import digests, truth


class Command(BaseCommand):
    help = "Prints trainings, registrations and mails as JSON, for checks from outside."

    def add_arguments(self, parser):
        parser.add_argument("--digest", action="store_true", help="only a hash of each table")

    def handle(self, *args, digest, **options):
        at = timezone.now()
        self.stdout.write(json.dumps(digests(at) if digest else truth(at), indent=1))
