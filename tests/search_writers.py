"""What processes do that write and follow search documents at once (resources/test_search_storing.py)."""

from resources.models import SearchDocument
from resources.search.documents import breaches
from tests.factories import NewsPageFactory


def write(number: int, pages: int) -> int:
    """Publish pages one after the other."""
    for page in range(pages):
        NewsPageFactory(title=f"Bericht {number} {page}", slug=f"bericht-{number}-{page}")
    return pages


def follow(pages: int) -> dict:
    """Ask again and again for what is beyond the last version seen; what was never seen of the pages."""
    seen: set[int] = set()
    watermark = 0
    while len(seen) < pages:
        rows = SearchDocument.objects.filter(version__gt=watermark).order_by("version")
        for pk, kind, version in rows.values_list("pk", "kind", "version"):
            watermark = version
            if kind == "news":
                seen.add(pk)
        if SearchDocument.objects.filter(kind="news").count() >= pages:
            break  # whatever was missed below the watermark is not seen any more
    rows = SearchDocument.objects.filter(version__gt=watermark, kind="news")
    seen.update(rows.values_list("pk", flat=True))
    missed = SearchDocument.objects.filter(kind="news").exclude(pk__in=seen)
    return {"seen": len(seen), "missed": list(missed.values_list("pk", flat=True)), "breaches": breaches()}
