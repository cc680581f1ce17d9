import json
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from home.scenario import ScenarioError, make_scenario


class Command(BaseCommand):
    help = "Make exactly what a scenario file says and print ids, slugs and paths. Only with ZIN_ENV=test."

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE.json")

    def handle(self, *args, file, **options):
        if settings.ZIN_ENV != "test":
            raise CommandError(
                "seed_scenario runs with ZIN_ENV=test only: it would mix test data into a real site."
            )
        try:
            wanted = json.loads(Path(file).read_text())
        except (OSError, json.JSONDecodeError) as fault:
            raise CommandError(f"{file} cannot be read: {fault}") from fault
        try:
            made = make_scenario(wanted)
        except (ScenarioError, KeyError) as fault:
            raise CommandError(f"Nothing was made. {type(fault).__name__}: {fault}") from fault
        self.stdout.write(json.dumps(made, indent=2))
