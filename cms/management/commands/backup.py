from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from cms.backups.errors import BackupError
from cms.backups.making import make


class Command(BaseCommand):
    """Everything acknowledged before the command began is in the backup. The site runs on meanwhile."""

    help = "Copies database and media to a new folder, with a checksum of each file."

    def add_arguments(self, parser):
        parser.add_argument("--to", required=True, type=Path, metavar="DIR", help="a new or empty folder")

    def handle(self, *args, to, **options):
        try:
            manifest = make(to.absolute(), say=self.stdout.write)
        except BackupError as error:
            raise CommandError(str(error)) from None
        size = sum(size for size, _checksum in manifest.files.values())
        self.stdout.write(f"{len(manifest.files)} files, {size / 1e6:.1f} MB, as of {manifest.made_at}: {to}")
