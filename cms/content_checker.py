"""The checks of the editor's preview: Wagtail's own, and ours from `cms.content_checks`."""

from django import forms
from wagtail.admin.userbar import ContentCheckerItem

from cms.content_checks import ADVICE, LABELS, LINK_TEXT, LONG_SENTENCE, MAX_WORDS, VAGUE_LINKS


class SiteContentChecker(ContentCheckerItem):
    """Looks at the main part of the page only: menus and footer are not the editor's work."""

    axe_include = ["main"]
    axe_run_only = [*ContentCheckerItem.axe_run_only, "image-alt", LINK_TEXT, LONG_SENTENCE]
    axe_custom_rules = [
        *ContentCheckerItem.axe_custom_rules,
        {
            "id": LINK_TEXT,
            "impact": "serious",
            "selector": "main a[href]",
            "tags": ["best-practice"],
            "any": ["zin-link-text-check"],
            "enabled": True,
        },
        {
            "id": LONG_SENTENCE,
            "impact": "minor",
            "selector": "main p, main li",
            "tags": ["best-practice"],
            "any": ["zin-long-sentence-check"],
            "enabled": True,
        },
    ]
    axe_custom_checks = [
        *ContentCheckerItem.axe_custom_checks,
        {"id": "zin-link-text-check", "options": {"words": list(VAGUE_LINKS)}},
        {"id": "zin-long-sentence-check", "options": {"maximum": MAX_WORDS}},
    ]
    axe_messages = {
        **ContentCheckerItem.axe_messages,
        **{rule: {"error_name": LABELS[rule], "help_text": ADVICE[rule]} for rule in LABELS},
    }

    @property
    def media(self):
        return forms.Media(js=["js/content_checks.js"])
