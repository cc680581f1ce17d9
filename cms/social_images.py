"""The picture that social media show of a page without one: its title, its kind and its theme's colour.

The address carries what is drawn, signed, so nothing is looked up or stored and nobody can have other words
drawn. A page in the colours of a theme needs no more than a link to `address`.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

from django.core import signing
from django.core.cache import cache as kept
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630  # pixels, what social media ask for
SALT = "cms.social_images"
KEPT_SECONDS = 24 * 3600  # a drawn picture in the cache
FONTS = Path(__file__).parent / "static" / "fonts"
SCALE = 2  # drawn larger and reduced, so that edges are smooth

PAPER, INK, MUTED = "#fffdf9", "#17282e", "#51636b"
# Ground, the three doors from left to right, and the two colours where they meet (`tokens.css`).
COLOURS = {
    "coral": ("#fbe4dc", ("#f0b43c", "#c23b22", "#0a5f5b"), ("#a4611c", "#5a3577")),
    "teal": ("#e3f1ef", ("#c23b22", "#0a5f5b", "#f0b43c"), ("#5a3577", "#3f7d34")),
    "ochre": ("#fdf1d8", ("#0a5f5b", "#f0b43c", "#c23b22"), ("#3f7d34", "#a4611c")),
    "plum": ("#efe6f6", ("#f0b43c", "#5a3577", "#0a5f5b"), ("#8a4a2a", "#073f3d")),
}
SIZES = (92, 80, 70, 62, 56, 50, 44)  # pixels, the largest in which the title fits
TITLE_WIDTH, TITLE_HEIGHT = 750, 370  # pixels


def address(title: str, *, kind: str = "", colour: str = "teal", network: str = "") -> str:
    """The path of the picture with these words; ``colour`` is a theme's, an unknown one counts as teal."""
    words = [title[:200], kind[:60], colour if colour in COLOURS else "teal", network[:60]]
    return reverse("social-image", args=[signing.Signer(salt=SALT).sign_object(words, compress=True)])


@require_safe
def social_image(request, words: str):
    """Answer the picture of a signed address as JPEG; 404 when the signature is wrong.

    The address says all that is drawn, so an answer may be kept for ever.
    """
    try:
        title, kind, colour, network = signing.Signer(salt=SALT).unsign_object(words)
    except (signing.BadSignature, ValueError):
        raise Http404 from None
    key = f"social-image-{quote(words[-27:])}"  # the signature stands for the words
    jpeg = kept.get_or_set(key, lambda: draw(title, kind=kind, colour=colour, network=network), KEPT_SECONDS)
    answer = HttpResponse(jpeg, content_type="image/jpeg")
    answer["Cache-Control"] = "public, max-age=31536000, immutable"
    return answer


def draw(title: str, *, kind: str, colour: str, network: str) -> bytes:
    """A JPEG of 1200 by 630 pixels."""
    ground, doors, meetings = COLOURS[colour]
    picture = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), ground)
    pen = ImageDraw.Draw(picture)
    _doors(picture, doors, meetings)
    if kind:
        _text(pen, (72, 76), kind, _font("atkinson-hyperlegible-next", 30, 700), MUTED)
    size, lines = fit(title)
    for number, line in enumerate(lines):
        _text(pen, (72, 132 + number * size * 1.06), line, _font("bricolage-grotesque", size), INK)
    _text(pen, (72, 536), network, _font("bricolage-grotesque", 36), INK)
    small = picture.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    answer = BytesIO()
    small.save(answer, "JPEG", quality=86, optimize=True, progressive=True)
    return answer.getvalue()


def _doors(picture: Image.Image, doors, meetings) -> None:
    """Three doors at the right, standing on the lower edge; where two meet, a colour of its own."""
    boxes = ((850, 290), (955, 150), (1060, 340))  # left and top in pixels
    masks = [_door(left, top) for left, top in boxes]
    for mask, fill in zip(masks, doors, strict=True):
        picture.paste(fill, mask=mask)
    for first, second, fill in zip(masks, masks[1:], meetings, strict=False):
        picture.paste(fill, mask=Image.composite(first, Image.new("L", first.size), second))
    picture.paste(PAPER, mask=_door(987, 330, width=126))  # the light behind the middle door


def _door(left: int, top: int, width: int = 190) -> Image.Image:
    mask = Image.new("L", (WIDTH * SCALE, HEIGHT * SCALE))
    pen = ImageDraw.Draw(mask)
    left, top, right, middle = left * SCALE, top * SCALE, (left + width) * SCALE, (top + width // 2) * SCALE
    pen.ellipse((left, top, right, top + width * SCALE), fill=255)
    pen.rectangle((left, middle, right, HEIGHT * SCALE), fill=255)
    return mask


def fit(title: str) -> tuple[int, list[str]]:
    """The largest of ``SIZES`` in which ``title`` fits, and its lines; too long a title ends with …"""
    for size in SIZES:
        lines = _lines(title, size)
        if lines and len(lines) * size * 1.06 <= TITLE_HEIGHT:
            return size, lines
    most = int(TITLE_HEIGHT / (size * 1.06))
    lines = _lines(title, size, cut=True)
    return size, [*lines[: most - 1], lines[most - 1].rstrip(" ,.:;–-") + "…"] if len(lines) > most else lines


def _lines(title: str, size: int, *, cut: bool = False) -> list[str]:
    """``title`` in lines of ``TITLE_WIDTH``; empty when a word is wider, unless such a word may be cut."""
    face, lines = _font("bricolage-grotesque", size), []
    for word in title.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and face.getlength(joined) <= TITLE_WIDTH * SCALE:
            lines[-1] = joined
            continue
        while face.getlength(word) > TITLE_WIDTH * SCALE:
            if not cut:
                return []
            most = len(word) - 1
            while most > 1 and face.getlength(word[:most] + "-") > TITLE_WIDTH * SCALE:
                most -= 1
            lines.append(word[:most] + "-")
            word = word[most:]
        lines.append(word)
    return lines


def _text(pen: ImageDraw.ImageDraw, place: tuple[float, float], text: str, face, fill: str) -> None:
    pen.text((place[0] * SCALE, place[1] * SCALE), text, font=face, fill=fill)


@cache
def _font(name: str, size: int, weight: int = 0) -> ImageFont.FreeTypeFont:
    """A font of the site at ``size`` pixels; ``weight`` only for one that has an axis of weights."""
    face = ImageFont.truetype(FONTS / f"{name}.woff2", size * SCALE)
    if weight:
        face.set_variation_by_axes([weight])
    return face
