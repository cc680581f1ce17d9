"""Draw the illustrations of the demonstration site: ``python -m home.demo.draw [KEY …]``.

Each illustration is written as SVG to ``files/drawings/`` and rendered from there to ``files/images/`` (WebP,
1200 by 800 pixels; portraits 800 by 1000) by a headless Chromium; the types of organisation also go to
``cms/static/img``. The same input gives the same picture; sizes above the limit are an error, so that the
repository and the pages stay small. Needs playwright and a Chromium, as the browser tests do.
"""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

from home.demo.drawings.album import DRAWINGS

FILES = Path(__file__).resolve().parent / "files"
STATIC = Path(__file__).resolve().parents[2] / "cms" / "static" / "img"
# What an organisation without a picture of its own shows: a drawing for each type.
STATIC_DRAWINGS = {"zorgorganisatie": "organisation-care.svg", "school": "organisation-school.svg"}
PICTURE_LIMIT = 32_000  # bytes
PICTURE_AIM = 20_000  # bytes; fewer colours are tried until a picture stays below
FLAT_COLOURS, SMALLEST_AREA = 64, 60  # colours that are kept as they are; pixels
EDGE_COLOURS = (64, 32, 16)  # for the smooth edges between them
FLAGS = ["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb", "--disable-background-networking"]

Renderer = Callable[[str, tuple[int, int]], Image.Image]


@contextmanager
def renderer() -> Iterator[Renderer]:
    """A function that turns SVG text into a picture of the given size."""
    from playwright.sync_api import sync_playwright  # only who draws needs it

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(java_script_enabled=False)

        def render(svg: str, size: tuple[int, int]) -> Image.Image:
            page.set_viewport_size({"width": size[0], "height": size[1]})
            page.set_content(f"<style>body{{margin:0}}svg{{display:block}}</style>{svg}")
            return Image.open(io.BytesIO(page.screenshot())).convert("RGB")

        yield render
        browser.close()


def few_colours(picture: Image.Image, edges: int) -> Image.Image:
    """The picture in its own flat colours and ``edges`` more for where they meet."""
    counted = sorted(picture.getcolors(picture.width * picture.height), reverse=True)
    flat = [colour for count, colour in counted if count >= SMALLEST_AREA][:FLAT_COLOURS]
    between = picture.quantize(edges, dither=Image.Dither.NONE).getpalette()[: edges * 3]
    palette = Image.new("P", (1, 1))
    palette.putpalette([value for colour in flat for value in colour] + between)
    return picture.quantize(palette=palette, dither=Image.Dither.NONE).convert("RGB")


def save_picture(picture: Image.Image, path: Path) -> None:
    """Write the picture without loss but with few colours: smaller than with loss, and crisp.

    Raises ValueError when it stays above the limit.
    """
    for edges in EDGE_COLOURS:
        few_colours(picture, edges).save(path, "WEBP", lossless=True, method=6, quality=75)
        if path.stat().st_size <= PICTURE_AIM:
            break
    if path.stat().st_size > PICTURE_LIMIT:
        raise ValueError(f"{path.name} has {path.stat().st_size} bytes, more than {PICTURE_LIMIT}")
    print(f"{path.name:36} {path.stat().st_size:6} bytes, {edges} colours for edges")


def main(keys: list[str]) -> None:
    """Draw the pictures with these keys, all of them without keys."""
    if unknown := set(keys) - set(DRAWINGS):
        sys.exit(f"unknown: {', '.join(sorted(unknown))}")
    for folder in ("drawings", "images"):
        (FILES / folder).mkdir(parents=True, exist_ok=True)
    wanted = {key: draw() for key, draw in DRAWINGS.items() if not keys or key in keys}
    if wanted:
        with renderer() as render:
            for key, drawing in wanted.items():
                svg = drawing.svg()
                (FILES / "drawings" / f"{key}.svg").write_text(svg, encoding="utf-8")
                if key in STATIC_DRAWINGS:
                    (STATIC / STATIC_DRAWINGS[key]).write_text(svg, encoding="utf-8")
                save_picture(render(svg, drawing.size), FILES / "images" / f"{key}.webp")


if __name__ == "__main__":
    main(sys.argv[1:])
