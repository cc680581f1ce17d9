"""Ask for what rich text links to, so that link targets come with the other references of a visit."""

import re

from wagtail.documents import get_document_model
from wagtail.models import Page

from cms.visit import current_visit

LINK = re.compile(r"<a\b[^>]*>")
LINK_KIND = re.compile(r'linktype="(page|document)"')
LINK_ID = re.compile(r'\bid="(\d+)"')


def ask_for_links(html: str | None) -> None:
    """Ask the current visit for the pages and documents that ``html`` links to. Outside a visit: nothing."""
    visit = current_visit()
    if visit is None or not html or "linktype=" not in html:
        return
    models = {"page": Page, "document": get_document_model()}
    for tag in LINK.findall(html):
        kind, pk = LINK_KIND.search(tag), LINK_ID.search(tag)
        if kind and pk:
            visit.references.want(models[kind[1]], int(pk[1]))
