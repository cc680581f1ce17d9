"""Soft hyphens in the long words of headings."""

import pytest
from django.template import Context, Template
from django.utils.safestring import mark_safe

from cms.templatetags.long_words import SOFT_HYPHEN, long_words


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Praktijkonderwijsbijeenkomst", "Prak|tijk|on|der|wijs|bij|een|komst"),
        ("Kijk eens bij de buren", "Kijk eens bij de buren"),
        ("werkbegeleiders bij MBO-ZIN", "werkbegeleiders bij MBO-ZIN"),
        ("begeleiders", "begeleiders"),
        ("", ""),
        ("Twee zorginnovatienetwerken, 2026", "Twee zorg|in|no|va|tie|net|werken, 2026"),
        ("Twee uitwisselingsstages", "Twee uitwisselingsstages"),
    ],
)
def test_only_long_words_get_soft_hyphens(text, shown):
    assert long_words(text).replace(SOFT_HYPHEN, "|") == shown


def test_nothing_is_lost():
    text = "Deskundigheidsbevordering van werkbegeleiders bij MBO-ZIN"

    assert long_words(text).replace(SOFT_HYPHEN, "") == text


@pytest.mark.parametrize("value", ["<b>x</b>", mark_safe("<b>x</b>")])
def test_escaping_stays_as_it_was(value):
    plain = Template("{{ value }}").render(Context({"value": value}))

    assert Template("{{ value|long_words }}").render(Context({"value": value})) == plain
