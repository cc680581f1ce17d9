from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from cms.backups.errors import BackupError
from cms.backups.restoring import restore


class Command(BaseCommand):
    """Stop the site first: who registers meanwhile is lost with the database that is replaced."""

    help = "Replaces database and media by a backup. A damaged one is refused before anything is touched."

    def add_arguments(self, parser):
        parser.add_argument("--from", required=True, type=Path, metavar="DIR", dest="folder")
        parser.add_argument(
            "--hold-mail",
            action="store_true",
            help="do not send mails that were waiting: the old site ran on after the backup",
        )

    def handle(self, *args, folder, hold_mail, **options):
        try:
            done = restore(folder.absolute(), hold_mail=hold_mail)
        except BackupError as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"Restored the backup of {done.manifest.made_at}.")
        self.stdout.write(f"Files written: {done.files}; others in the media folder: {done.left_over}.")
        self.stdout.write(f"Mails that had gone already: {done.mails_gone}; held: {done.mails_held}.")
        self.stdout.write(f"People who were erased since then, erased again: {done.erased}.")
        self.stdout.write("Everybody must log in again. Check with: manage.py verify_data")
