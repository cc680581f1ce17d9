"""The mail sender without the rest of the server."""

from django.core.management.base import BaseCommand, CommandError

from cms.mail_sender import send_loop, stop_on_signals
from cms.outbox_rounds import run_round


class Command(BaseCommand):
    """``--once`` sends everything that is due now and fails when the mail server is away; ``--loop`` goes on.

    Safe to run twice and side by side. SIGTERM ends either after the mail under way.
    """

    help = "Sends the mails of the outbox."

    def add_arguments(self, parser):
        how = parser.add_mutually_exclusive_group(required=True)
        how.add_argument("--once", action="store_true", help="send what is due now, then stop")
        how.add_argument("--loop", action="store_true", help="send what becomes due, until SIGTERM")

    def handle(self, *args, once, **options):
        stop = stop_on_signals()
        if not once:
            send_loop(stop)
            return
        outcome = run_round(is_stopping=lambda: stop.is_asked)
        self.stdout.write(
            f"sent {outcome.sent}, failed {outcome.failed}, dead {outcome.dead}, dropped {outcome.dropped}"
        )
        if outcome.server_away:
            raise CommandError(f"The mail server is away: {outcome.server_away}")
