"""The style sheet with its dark or its light side forced, so that both can stand beside each other.

Visitors get one style sheet that follows their browser. Forcing a scheme there would cost every visitor bytes
for something that only this page needs; here the question to the browser is answered in advance.
"""

from __future__ import annotations

import re

from django.templatetags.static import static

from cms import css

LIGHT, DARK = "licht", "donker"
YES, NO = "(min-width:0)", "(max-width:0)"
ADDRESS = re.compile(r'url\("\.\./([^"]+)"\)')


def style_sheet(scheme: str) -> str:
    """The site's style sheet as a browser in that scheme would apply it."""
    dark, light = (YES, NO) if scheme == DARK else (NO, YES)
    sheet = css.BUNDLE.read_text(encoding="utf-8")
    sheet = sheet.replace("(prefers-color-scheme:dark)", dark).replace("(prefers-color-scheme:light)", light)
    sheet = sheet.replace("color-scheme:light dark", f"color-scheme:{'dark' if scheme == DARK else 'light'}")
    return ADDRESS.sub(lambda found: f'url("{static(found[1])}")', sheet)
