"""Pictures of pages, the same on every machine and every day, and the comparison of two of them."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

from tests.browser.chromium import DESKTOP, PHONE, TABLET
from tests.browser.samples import Sample

SCALE = 2  # pictures are kept at half their size
STEP = 17  # and with 16 shades of each colour, which makes the file small and keeps far places independent
# Two versions of Chromium draw the edges of letters a little differently. Once neighbours are averaged, such
# a difference stays below NOISE; what an eye notices does not.
NOISE = 16  # of 255, in any of the three colours
SPECKS = 12  # so many points of a small picture may differ all the same
GREY = (128, 128, 128)  # where one of two pictures has no page

# Load what is far below too, and wait for fonts and pictures. The bar of a film is the browser's: it has a
# wheel that turns, and looks different in each version.
SETTLE = """async () => {
  for (const image of document.images) image.loading = "eager";
  for (const film of document.querySelectorAll("video")) film.controls = false;
  await document.fonts.ready;
  await Promise.all([...document.images].map(image => image.decode().catch(() => {})));
}"""


@dataclass(frozen=True)
class View:
    """A window and a colour scheme; its name stands in names of files."""

    screen: dict = field(hash=False)
    scheme: str

    @property
    def name(self) -> str:
        return f"{self.screen['width']}-{self.scheme}"


PHONE_LIGHT, PHONE_DARK = View(PHONE, "light"), View(PHONE, "dark")
TABLET_LIGHT, TABLET_DARK = View(TABLET, "light"), View(TABLET, "dark")
DESKTOP_LIGHT, DESKTOP_DARK = View(DESKTOP, "light"), View(DESKTOP, "dark")
VIEWS = (PHONE_LIGHT, PHONE_DARK, TABLET_LIGHT, TABLET_DARK, DESKTOP_LIGHT, DESKTOP_DARK)


def file_name(sample: Sample, view: View) -> str:
    """A name for the picture, without ending, that says which page and view it is."""
    path = re.sub(r"[^a-z0-9]+", "-", sample.path.lower()).strip("-") or "home"
    state = (
        "-answered"
        if sample.typed
        else "-sent"
        if sample.sent
        else f"-{sample.panel}"
        if sample.panel
        else ""
    )
    return f"{path}{state}.{view.name}"


def photograph(
    browser, address: str, sample: Sample, views: Iterable[View], prepare: Callable | None = None
) -> dict[View, bytes]:
    """Each view of a sample as PNG: the whole page, or the window with the open panel.

    Each sample gets a visitor of its own, with no link followed yet. ``prepare`` may change the page first.
    """
    context = browser.new_context(
        base_url=address,
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
        reduced_motion="reduce",
        device_scale_factor=1,
        viewport=PHONE,
    )
    context.route("**/*.css", _with_fonts)
    page, pictures = context.new_page(), {}
    try:
        answer = sample.open_in(page)
        assert answer.status == sample.status, f"{sample} answers {answer.status}"
        page.evaluate("document.activeElement?.blur()")  # the ring of focus has its own tests
        if prepare:
            prepare(page)
        for view in views:
            page.set_viewport_size(view.screen)
            page.emulate_media(color_scheme=view.scheme)
            page.evaluate(SETTLE)
            pictures[view] = page.screenshot(
                full_page=not sample.panel, animations="disabled", caret="hide", scale="css"
            )
        return pictures
    finally:
        context.close()


def _with_fonts(route) -> None:
    """Let the page wait for its fonts, which on a busy machine come too late for the first view."""
    answer = route.fetch()
    route.fulfill(
        response=answer, body=re.sub(r"font-display:\s*optional", "font-display:block", answer.text())
    )


def shrink(png: bytes) -> Image.Image:
    """The picture as it is kept and compared."""
    small = Image.open(io.BytesIO(png)).convert("RGB").reduce(SCALE)
    return small.point(lambda value: round(value / STEP) * STEP)


def save(picture: Image.Image, path: Path) -> None:
    """Write a shrunk picture without loss; takes a second or two, for a small file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path, "WEBP", lossless=True, quality=100, method=6)


@dataclass(frozen=True)
class Comparison:
    """Two shrunk pictures beside each other; ``changed`` marks in white where an eye sees a difference."""

    before: Image.Image
    after: Image.Image
    changed: Image.Image

    @property
    def points(self) -> int:
        """How many points of the small picture differ."""
        return self.changed.histogram()[255]

    @property
    def is_same(self) -> bool:
        return self.points <= SPECKS

    def __str__(self):
        left, top, right, bottom = (SCALE * edge for edge in self.changed.getbbox() or (0, 0, 0, 0))
        share = 100 * self.points / (self.changed.width * self.changed.height)
        return f"{share:.2f} % differs, between {left},{top} and {right},{bottom} px"

    def write(self, folder: Path) -> None:
        """Write before.png, after.png and difference.png: what changed in red on a pale page."""
        folder.mkdir(parents=True, exist_ok=True)
        self.before.save(folder / "before.png")
        self.after.save(folder / "after.png")
        pale = Image.blend(self.after, Image.new("RGB", self.after.size, "white"), 0.7)
        pale.paste("#d00000", mask=self.changed)
        pale.save(folder / "difference.png")


def compare(before: Image.Image, after: Image.Image) -> Comparison:
    """Lay two shrunk pictures over each other, the shorter one lengthened."""
    size = max(before.width, after.width), max(before.height, after.height)
    before, after = _on_canvas(before, size), _on_canvas(after, size)
    blur = ImageFilter.BoxBlur(1)
    bands = ImageChops.difference(before.filter(blur), after.filter(blur)).split()
    largest = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    return Comparison(before, after, largest.point(lambda value: 255 if value > NOISE else 0))


def _on_canvas(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    canvas = Image.new("RGB", size, GREY)
    canvas.paste(picture)
    return canvas
