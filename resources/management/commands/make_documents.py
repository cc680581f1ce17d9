from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from resources.guide_documents.html import guide_html
from resources.guide_documents.making import CannotMakeDocuments, asking, make_document, pdf_maker


class Command(BaseCommand):
    help = "Make the documents of guides that ask for one, also when their text did not change."

    def add_arguments(self, parser):
        parser.add_argument("slugs", nargs="*", metavar="SLUG", help="Only these guides.")
        parser.add_argument(
            "--to", metavar="DIR", type=Path, help="Write SLUG.pdf there and leave the site as it is."
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
                pdf = maker(guide_html(guide.pk, at=at))
                to.mkdir(parents=True, exist_ok=True)
                (to / f"{guide.slug}.pdf").write_bytes(pdf.content)
                pages, size = pdf.page_count, len(pdf.content)
            else:
                make_document(guide.pk, at=at, anew=True)
                guide.refresh_from_db(fields=["document"])
                pages, size = guide.document.page_count, guide.document.file_size
            self.stdout.write(f"{guide.slug}: {pages} pages, {size} bytes")
