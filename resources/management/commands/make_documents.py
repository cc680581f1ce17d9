import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from resources.guide_documents.html import guide_html
from resources.guide_documents.making import CannotMakeDocuments, asking, make_document, pdf_maker

FINGERPRINTS = "fingerprints.json"


class Command(BaseCommand):
    help = "Make the documents of guides that ask for one, also when their text did not change."

    def add_arguments(self, parser):
        parser.add_argument("slugs", nargs="*", metavar="SLUG", help="Only these guides.")
        parser.add_argument(
            "--to",
            metavar="DIR",
            type=Path,
            help=f"Write SLUG.pdf there, note of which text in {FINGERPRINTS}, and leave the site as it is.",
        )

    def handle(self, *args, slugs, to, **options):
        at = timezone.now()
        guides = asking(at).order_by("slug")
        if slugs:
            guides = guides.filter(slug__in=slugs)
            if unknown := set(slugs) - set(guides.values_list("slug", flat=True)):
                raise CommandError(f"No public guide that asks for a document: {', '.join(sorted(unknown))}")
        try:
            maker = pdf_maker()
        except CannotMakeDocuments as missing:
            raise CommandError(str(missing)) from missing
        for guide in guides:
            if to:
                source = guide_html(guide.pk, at=at)
                pdf = maker(source)
                write(to, guide.slug, source, pdf)
                pages, size = pdf.page_count, len(pdf.content)
            else:
                make_document(guide.pk, at=at, anew=True)
                guide.refresh_from_db(fields=["document"])
                pages, size = guide.document.page_count, guide.document.file_size
            self.stdout.write(f"{guide.slug}: {pages} pages, {size} bytes")


def write(folder: Path, slug: str, source, pdf) -> None:
    """Write the PDF of one guide and note the fingerprint of its text beside those of the other guides."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{slug}.pdf").write_bytes(pdf.content)
    notes = folder / FINGERPRINTS
    known = json.loads(notes.read_text()) if notes.exists() else {}
    known[slug] = source.text_fingerprint
    notes.write_text(json.dumps(known, indent=2, sort_keys=True) + "\n")
