"""The pages of a guide's document as HTML. Needs nothing but templates, so it can also tell what changed."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation

from cms.contents import Entry, table_of_contents
from cms.models import SiteSettings
from cms.visit import Visit, page_path, visiting
from resources.choices import GuideKind
from resources.models import GuidePage

# Blocks that cannot do on paper what they do on the web: films, buttons, folded answers, lists that change.
FOR_PAPER = {
    *("call_to_action", "document", "embed", "image", "organisations", "questions"),
    *("quote", "related_pages", "upcoming_trainings", "video"),
}
DEFAULT_COLOUR = "teal"
LONG_TITLE, LONG_WORD = 52, 22  # characters; beyond these the title on the cover is set smaller
BRIEF = 4  # chapters; with so few the text begins right below the contents

KEYS = re.compile(r"(site:\w+/|/documents/)\d+")


@dataclass(frozen=True)
class GuideHtml:
    """``markup`` is the whole document; ``kind`` and ``colour`` are for the cover."""

    markup: str
    kind: str
    colour: str

    @property
    def fingerprint(self) -> str:
        """Differs when anything differs that a reader sees, but for the address of this installation."""
        return hashlib.sha256(self._without_address().encode()).hexdigest()

    @property
    def text_fingerprint(self) -> str:
        """As `fingerprint`, but the same in every database: the keys of images and documents do not count."""
        return hashlib.sha256(KEYS.sub(r"\1", self._without_address()).encode()).hexdigest()

    def _without_address(self) -> str:
        return self.markup.replace(settings.BASE_URL, "")


def guide_html(page_pk: int, *, at: datetime | None = None) -> GuideHtml:
    """The document of a guide, as everybody may see it at the aware datetime ``at`` (default now).

    What is not public, such as an image without consent, is left out. Raises `GuidePage.DoesNotExist`.
    """
    visit = Visit(urlsplit(settings.BASE_URL).hostname or "", 0, at=at or timezone.now(), on_paper=True)
    with visiting(visit), translation.override(settings.LANGUAGE_CODE):
        page = GuidePage.objects.get(pk=page_pk)  # inside, so that the blocks ask in one query
        blocks = list(page.body)
        themes = visit.references.want_linked("themes", page, "themes")
        audiences = visit.references.want_linked("audiences", page, "audiences")
        organisations = visit.references.want_linked("organisations", page, "organisations")
        contents = table_of_contents(blocks)
        pillars = sorted(themes, key=lambda theme: (not theme.is_pillar, theme.position))
        colour = pillars[0].colour if pillars else DEFAULT_COLOUR
        address = urljoin(settings.BASE_URL + "/", page_path(page.url_path))
        markup = render_to_string(
            "resources/guide_document/document.html",
            {
                "page": page,
                "colour": colour,
                "address": address,
                "network": getattr(visit.site, "sitesettings", None) or SiteSettings(),
                "audiences": enumerated([title for _position, title in sorted(audiences)]),
                "organisations": sorted(one.name for one in organisations),
                "contents": contents,
                "checklists": checklists(blocks),
                "blocks": [block_html(block, address) for block in blocks],
                "has_long_title": is_long(page.title),
                "has_contents": len(contents) > 1 and page.kind != GuideKind.INFORMATION,
                "is_brief": len(contents) <= BRIEF or page.kind == GuideKind.INFORMATION,
            },
        )
    return GuideHtml(markup, page.kind, colour)


def is_long(title: str) -> bool:
    return len(title) > LONG_TITLE or max(map(len, title.split()), default=0) > LONG_WORD


def enumerated(titles: list[str]) -> str:
    """Titles as one line: only the first keeps its capital."""
    return ", ".join(titles[:1] + [title[:1].lower() + title[1:] for title in titles[1:]])


def checklists(blocks: list) -> list[Entry]:
    """The checklists with a heading, to be found from the contents."""
    return [
        Entry(block.value.anchor, block.value["heading"])
        for block in blocks
        if block.block_type == "steps" and block.value["kind"] == "checklist" and block.value["heading"]
    ]


def block_html(block, address: str) -> str:
    """A block by its own template, or by the one for paper. ``address`` is that of the guide's web page."""
    if block.block_type not in FOR_PAPER:
        return block.render()
    context = {"value": block.value, "address": address, "base_url": settings.BASE_URL}
    return render_to_string(f"blocks/print/{block.block_type}.html", context)
