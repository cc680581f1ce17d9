"""Compiles the translations without gettext, so that a fresh machine needs Python only."""

from pathlib import Path

import polib
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Writes a .mo file beside each .po file of ``LOCALE_PATHS`` that is missing or older than its source."""

    help = "Compiles the translation catalogues (needs no gettext)."
    requires_system_checks = []

    def handle(self, *args, verbosity, **options):
        for folder in settings.LOCALE_PATHS:
            for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
                compiled = source.with_suffix(".mo")
                if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
                    continue
                unfinished = compiled.with_suffix(".mo.new")
                polib.pofile(str(source)).save_as_mofile(str(unfinished))
                unfinished.replace(compiled)
                if verbosity:
                    self.stdout.write(f"{compiled.name}: compiled")
