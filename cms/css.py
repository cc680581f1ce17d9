"""The site's one style sheet, put together from one source file a subject.

The sources live beside the result in ``cms/static/css``: tokens, base, a file for each component (named as
its template), utilities and print. A visitor loads ``site.css`` only; ``manage.py bundle_css`` writes it and
a test compares it with a fresh bundle.
"""

import re
from pathlib import Path

FOLDER = Path(__file__).parent / "static" / "css"
BUNDLE = FOLDER / "site.css"
FIRST = ("tokens.css", "base.css")
LAST = ("utilities.css", "print.css")

_STRING_OR_COMMENT = re.compile(r"(?P<string>\"[^\"\n]*\"|'[^'\n]*')|/\*.*?\*/", re.DOTALL)
_STRING = re.compile(r"(\"[^\"\n]*\"|'[^'\n]*')")


def sources() -> list[Path]:
    """The source files in the order in which they are joined; components alphabetically."""
    fixed = {*FIRST, *LAST, BUNDLE.name}
    components = sorted(path for path in FOLDER.glob("*.css") if path.name not in fixed)
    return [*(FOLDER / name for name in FIRST), *components, *(FOLDER / name for name in LAST)]


def bundle() -> str:
    """All sources as one style sheet, without comments and superfluous white space."""
    return "".join(compact(path.read_text(encoding="utf-8")) for path in sources()) + "\n"


def compact(css: str) -> str:
    """``css`` without comments, with white space only where it means something; strings stay."""
    css = _STRING_OR_COMMENT.sub(lambda found: found["string"] or "", css)
    return "".join(
        part if index % 2 else _squeeze(part) for index, part in enumerate(_STRING.split(css))
    ).strip()


def _squeeze(css: str) -> str:
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,]) ?", r"\1", css)
    return css.replace(": ", ":").replace(";}", "}")
