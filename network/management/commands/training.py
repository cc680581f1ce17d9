from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import ngettext

from network.choices import AccessKind
from network.models import TrainingEvent
from network.organiser.access import note_access
from network.registration import actors
from network.registration.errors import RegistrationError
from network.registration.organising import cancel_training, change_capacity


class Command(BaseCommand):
    """The same rules as the organiser's screens, for who works at the command line."""

    help = "Changes the places of a training, cancels it, or exports its registrations."

    def add_arguments(self, parser):
        parser.add_argument("slug")
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--capacity", type=int, metavar="N", help="the new number of places")
        what.add_argument("--cancel", metavar="REASON", help="call it off; everybody is told the reason")
        what.add_argument(
            "--export", nargs=2, metavar=("csv|xlsx", "FILE"), help="who is registered or waits"
        )
        parser.add_argument("--reason", default="", help="why the places change; kept in the log")

    def handle(self, *args, slug, capacity, cancel, export, reason, **options):
        event = TrainingEvent.objects.filter(slug=slug).first()
        if event is None:
            raise CommandError(f"There is no training {slug!r}.")
        try:
            if export:
                self.export(event, *export)
            elif cancel is not None:
                cancel_training(event, reason=cancel, actor=actors.organiser())
                self.stdout.write("Cancelled; everybody who was registered or waited is told.")
            else:
                self.say_over(change_capacity(event, capacity, reason=reason, actor=actors.organiser()))
        except RegistrationError as refusal:
            raise CommandError(str(refusal.message)) from refusal

    def say_over(self, over: int) -> None:
        words = ngettext("Done; %(over)s person too many.", "Done; %(over)s people too many.", over)
        self.stdout.write(words % {"over": over} if over else "Done.")

    def export(self, event: TrainingEvent, kind: str, path: str) -> None:
        from network.registration.exporting import export_registrations  # loads the library for sheets

        if kind not in ("csv", "xlsx"):
            raise CommandError("Export as csv or xlsx.")
        Path(path).write_bytes(export_registrations(event, kind))
        note_access(None, event, AccessKind.EXPORT, event.registrations.count())
