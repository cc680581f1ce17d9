"""Pictures of every kind of page to look at: three widths, light and dark, and a sheet with all of them.

``make screenshots`` (``python -m tests.browser.screenshots``) writes to the folder ``screenshots``.
"""

from __future__ import annotations

import html
import io
import shutil

from PIL import Image

from tests.browser.demonstration import demonstration
from tests.browser.pictures import PHONE_DARK, PHONE_LIGHT, VIEWS, file_name, photograph
from tests.browser.samples import PANELS, SAMPLES, Sample
from tests.databases import ROOT

FOLDER = ROOT / "screenshots"
SHEET = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>MBO-ZIN: {number} pictures</title>
<style>
  body {{ font: 16px/1.4 sans-serif; margin: 1rem; background: #888; }}
  h2 {{ margin: 2rem 0 .5rem; font-size: 1.1rem; }}
  div {{ display: flex; gap: .75rem; align-items: flex-start; overflow-x: auto; }}
  figure {{ margin: 0; }} img {{ display: block; max-height: 60rem; }}
</style>
<h1>{number} pictures of {pages} pages and states</h1>
{rows}
</html>
"""


def main() -> None:
    """Make every picture anew, then the sheet."""
    shutil.rmtree(FOLDER / "pages", ignore_errors=True)
    (FOLDER / "pages").mkdir(parents=True)
    rows, number = [], 0
    with demonstration() as (browser, address):
        for sample in [*SAMPLES, *PANELS]:
            pictures = list(_pictures(browser, address, sample))
            rows.append(_row(sample, pictures))
            number += len(pictures)
            print(sample, flush=True)
    (FOLDER / "index.html").write_text(SHEET.format(number=number, pages=len(rows), rows="\n".join(rows)))
    print(f"{number} pictures; open {FOLDER / 'index.html'}")


def _pictures(browser, address: str, sample: Sample):
    views = (PHONE_LIGHT, PHONE_DARK) if sample.panel else VIEWS  # wide windows have no panels
    for view, png in photograph(browser, address, sample, views).items():
        path = FOLDER / "pages" / f"{file_name(sample, view)}.jpg"
        Image.open(io.BytesIO(png)).convert("RGB").save(path, quality=88)
        yield f"pages/{path.name}", view


def _row(sample: Sample, pictures: list) -> str:
    figures = "".join(
        f'<figure><a href="{name}"><img src="{name}" alt="{view.name}" width="{view.screen["width"] // 3}"'
        f' loading="lazy"></a><figcaption>{view.name}</figcaption></figure>'
        for name, view in pictures
    )
    return f"<h2>{html.escape(str(sample))}</h2><div>{figures}</div>"


if __name__ == "__main__":
    main()
