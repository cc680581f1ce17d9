"""Soft hyphens in long words, for headings in narrow columns.

Dutch writes compounds as one word, and a browser without Dutch hyphenation breaks a long one
anywhere ("bijee-nkomst") and without a hyphen. Loaded for every template (settings, "builtins").
"""

import re
from functools import lru_cache

import pyphen
from django import template
from django.template.defaultfilters import stringfilter
from django.utils.translation import get_language

register = template.Library()

SOFT_HYPHEN = "\u00ad"
LONG = 20  # letters; shorter words fit on a phone
LONG_WORD = re.compile(rf"[^\W\d_]{{{LONG},}}")
LEAST = 4  # letters before and after a break


@register.filter(is_safe=True)
@stringfilter
def long_words(text: str) -> str:
    """``text`` with soft hyphens in words of 20 letters and more. A browser's search does not see them."""
    return _breakable(str(text), get_language() or "nl")


@lru_cache(maxsize=2048)
def _breakable(text: str, language: str) -> str:
    words = _patterns(language)
    return LONG_WORD.sub(lambda found: words.inserted(found[0], SOFT_HYPHEN), text) if words else text


@lru_cache
def _patterns(language: str) -> pyphen.Pyphen | None:
    """Where words of a language may be broken; None when nobody wrote that down."""
    known = pyphen.language_fallback(language.replace("-", "_"))
    return pyphen.Pyphen(lang=known, left=LEAST, right=LEAST) if known else None
