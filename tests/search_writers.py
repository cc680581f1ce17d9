"""What processes do that write and follow search documents at once (resources/test_search_storing.py)."""

from django.db import transaction

from resources.models import SearchDocument
from resources.search.documents import breaches
from tests.factories import OrganisationFactory, RegionFactory


def write(number: int, many: int) -> int:
    """Publish organisations one after the other, which need no place in a tree."""
    region = RegionFactory(name=f"Regio {number}", slug=f"regio-{number}")
    for first in range(0, many, 2):
        with transaction.atomic():  # the first has its version while the second is still to come
            for one in (first, first + 1):
                OrganisationFactory(name=f"Huis {number} {one}", slug=f"huis-{number}-{one}", region=region)
    return many


def follow(many: int) -> dict:
    """Ask again and again for what is beyond the last version seen; which of so many were never seen."""
    seen: set[int] = set()
    watermark = 0
    while len(seen) < many:
        rows = SearchDocument.objects.filter(version__gt=watermark).order_by("version")
        for pk, kind, version in rows.values_list("pk", "kind", "version"):
            watermark = version
            if kind == "organisation":
                seen.add(pk)
        if SearchDocument.objects.filter(kind="organisation").count() >= many:
            break  # whatever was missed below the watermark is not seen any more
    rows = SearchDocument.objects.filter(version__gt=watermark, kind="organisation")
    seen.update(rows.values_list("pk", flat=True))
    missed = SearchDocument.objects.filter(kind="organisation").exclude(pk__in=seen)
    return {"seen": len(seen), "missed": list(missed.values_list("pk", flat=True)), "breaches": breaches()}
