"""Placeholder marks of the organisations and drawn portraits without a face.

The marks are our own: an arch with initials. They only keep the place of a real logo.
"""

from __future__ import annotations

from home.demo.canvas import (
    CLAY,
    CORAL,
    DEEP_CORAL,
    DEEP_TEAL,
    INK,
    LEAF,
    MID_CORAL,
    MID_TEAL,
    OCHRE,
    PAPER,
    PLUM,
    TEAL,
    TINT_CORAL,
    TINT_OCHRE,
    TINT_PLUM,
    TINT_TEAL,
    Canvas,
    arch,
    ellipse,
    rect,
)

MARKS = {
    "merk-het-laar": ("HL", (TEAL, OCHRE)),
    "merk-st-franciscus": ("SF", (CLAY, MID_TEAL)),
    "merk-t-heem": ("tH", (LEAF, OCHRE)),
    "merk-maria-oord": ("MO", ("#2f5d8a", MID_CORAL)),
    "merk-maasduinen": ("MD", ("#8a6a1f", MID_TEAL)),
    "merk-amaliazorg": ("AZ", (PLUM, OCHRE)),
    "merk-roc-tilburg": ("ROC", (DEEP_CORAL, OCHRE)),
}

PORTRAITS = {
    "portret-koraal": (TINT_CORAL, CORAL, "#8b5a3c", "#2a1d18", "kort"),
    "portret-teal": (TINT_TEAL, TEAL, "#e8b896", "#7a4b2a", "lang"),
    "portret-oker": (TINT_OCHRE, OCHRE, "#c98d63", "#1d1a1a", "knot"),
    "portret-pruim": (TINT_PLUM, PLUM, "#f0c9ab", "#b9b3ad", "kort"),
    "portret-groen": (TINT_TEAL, LEAF, "#7a4a30", INK, "doek"),
}


def mark(c: Canvas, initials: str, colours: tuple[str, str]) -> None:
    """An open doorway with light behind it, and the initials of an organisation beside it."""
    first, second = colours
    c.fill(arch(48, 50, 160, 220), first)
    opening = arch(82, 94, 92, 176)
    c.fill(opening, TINT_OCHRE)
    c.fill(ellipse(140, 170, 26), second, clip=opening)
    c.fill(ellipse(110, 282, 80, 60), first, opacity=0.75, clip=opening)
    c.fill([(82, 270), (174, 270), (150, 306), (40, 306)], second, opacity=0.5)
    c.text(338, 166, initials, first, 128 if len(initials) < 3 else 96)


def portrait(c: Canvas, colours: tuple[str, str, str, str, str]) -> None:
    """A person without a face in front of an arch: clearly a drawing."""
    ground, cloth, skin, hair, style = colours
    c.fill(rect(0, 0, 800, 1000), ground)
    c.fill(arch(110, 110, 580, 890), PAPER)
    c.fill(ellipse(590, 250, 70), OCHRE if cloth != OCHRE else MID_TEAL, opacity=0.8)
    if style == "lang":
        c.fill(arch(255, 290, 290, 470), hair)
    if style == "knot":
        c.fill(ellipse(400, 262, 72), hair)
    c.fill(arch(170, 650, 460, 400), cloth)
    c.fill(rect(352, 560, 96, 110), skin)
    c.fill(ellipse(400, 664, 70, 40), skin)
    c.fill(ellipse(400, 585, 70, 50), INK, opacity=0.12, clip=rect(352, 560, 96, 110))
    c.fill(ellipse(400, 460, 124, 148), skin)
    if style == "doek":
        c.fill(arch(262, 300, 276, 420), DEEP_TEAL)
        c.fill(ellipse(400, 470, 102, 126), skin)
        c.fill(ellipse(400, 690, 150, 70), DEEP_TEAL)
    elif style == "lang":
        c.fill(ellipse(400, 372, 136, 92, start=180, end=360), hair)
        c.fill(ellipse(330, 400, 88, 56, turn=-38), hair)
    else:
        c.fill(ellipse(400, 400, 134, 120, start=180, end=360), hair)
        c.fill(ellipse(352, 380, 100, 48, turn=-12), hair)
        c.fill(ellipse(488, 386, 50, 34, turn=24), hair)
    c.fill(arch(170, 650, 460, 400), INK, opacity=0.08, clip=rect(400, 650, 300, 400))
    c.fill(ellipse(545, 820, 26), MID_CORAL if cloth != CORAL else PAPER)
