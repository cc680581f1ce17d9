"""The production server: web workers, background worker and mail sender under one parent."""

from functools import partial

from django.core.checks import CRITICAL
from django.core.management.base import BaseCommand, CommandError

from cms import server
from cms.background import run_background
from cms.mail_sender import run_mail_sender
from cms.web_server import SiteServer


class Command(BaseCommand):
    """Serves until SIGTERM or Ctrl-C, then ends within 20 seconds; what dies before that starts again."""

    help = "Runs the site: web workers, background worker and mail sender under one parent."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--bind", default="127.0.0.1:8000", help="address:port (default %(default)s)")
        parser.add_argument("--workers", type=int, default=2, help="web processes (default %(default)s)")
        parser.add_argument("--threads", type=int, default=4, help="threads of each (default %(default)s)")
        parser.add_argument(
            "--only", choices=["web", "jobs", "mail"], help="run one part, when others run elsewhere"
        )

    def handle(self, *args, bind, workers, threads, only, **options):
        if workers < 1 or threads < 1:
            raise CommandError("--workers and --threads must be at least 1")
        listener = self.listen(bind) if only in (None, "web") else None

        def web():
            SiteServer(listener=listener, workers=workers, threads=threads, announce=f"http://{bind}").run()

        def jobs():
            server.give_way()
            self.check(fail_level=CRITICAL)  # here, so that visitors do not wait for it
            run_background()

        def mail():
            server.give_way()
            run_mail_sender()

        parts = {"web": web, "jobs": jobs, "mail": mail}
        chosen = [only] if only else list(parts)
        server.Supervisor([server.Child(name, partial(server.fork, parts[name])) for name in chosen]).run()

    def listen(self, bind):
        try:
            return server.listen(bind)
        except ValueError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(
                f"Cannot listen on {bind}: {error.strerror}. Choose another port, for example PORT=8001."
            ) from error
