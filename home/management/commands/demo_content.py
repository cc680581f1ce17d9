from django.core.management.base import BaseCommand

from home.demo.generate import generate
from home.demo.load import load_demonstration
from home.demo.logins import LOGINS, make_logins


class Command(BaseCommand):
    help = "Load the demonstration site: invented people, real structure. Running it again changes nothing."

    def add_arguments(self, parser):
        parser.add_argument(
            "--size",
            nargs="+",
            default=["small"],
            metavar=("small|large", "N"),
            help="'small' (default), or 'large N': besides N generated stories, guides, trainings and "
            "registrations.",
        )

    def handle(self, *args, **options):
        size, *number = options["size"]
        if size not in ("small", "large") or (size == "large") != bool(number) or len(number) > 1:
            self.stderr.write("Use --size small or --size large N.")
            raise SystemExit(2)
        self.stdout.write("Loading the demonstration content …")
        site = load_demonstration()
        if size == "large":
            generate(site, int(number[0]))
        password = make_logins()
        self.stdout.write(f"The site stands at {site.root_url}")
        if password:
            self.stdout.write(f"Log in at /cms/ as one of {', '.join(LOGINS)}")
            self.stdout.write(
                f"with the password {password} (shown this once; choose your own by DEMO_PASSWORD)."
            )
