import json

from django.core.management.base import BaseCommand

from home.routes import as_values, routes


class Command(BaseCommand):
    help = "Prints every route with its methods, the right it needs, its object type and its cache rule."

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="as JSON, for other programs")

    def handle(self, *args, **options):
        found = list(routes())
        if options["json"]:
            self.stdout.write(json.dumps([as_values(route) for route in found], indent=1))
            return
        for route in found:
            columns = (
                ",".join(route.methods),
                route.cache,
                route.right or "-",
                route.object_type,
                route.path,
            )
            self.stdout.write("  ".join(columns))
