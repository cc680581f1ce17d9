"""Colours of the illustrations: those of the design, and those of people, houses and the land."""

from __future__ import annotations

PAPER, SAND, INK, MUTED = "#fffdf9", "#f6efe4", "#17282e", "#51636b"
TEAL, DEEP_TEAL, CORAL, DEEP_CORAL = "#0a5f5b", "#073f3d", "#c23b22", "#9e2c17"
OCHRE, BROWN, PLUM, DEEP_PLUM = "#f0b43c", "#7a4b00", "#5a3577", "#38214f"
TINT_TEAL, TINT_CORAL, TINT_OCHRE, TINT_PLUM = "#e3f1ef", "#fbe4dc", "#fdf1d8", "#efe6f6"
MID_TEAL, MID_CORAL, MID_PLUM, BUTTER = "#7fb8b1", "#ee9a82", "#a98bc4", "#f9dc93"
WOOD, DARK_WOOD, CLAY = "#d9a066", "#a86f3d", "#b9693c"
LEAF, DEEP_LEAF, MEADOW, PALE_MEADOW = "#3f7d5a", "#2b5a45", "#8fb87b", "#c4d8a0"
SKY, MINT, ROSE, NIGHT, DUSK = "#cfe6ea", "#b9dcd5", "#f4b8a6", "#12313a", "#2a4858"
BRICK, DEEP_BRICK, PALE_BRICK = "#a84a34", "#87382a", "#cb8060"

SKIN_1, SKIN_2, SKIN_3, SKIN_4, SKIN_5 = "#f6d3b8", "#e8b48e", "#c98d60", "#9a6342", "#6e432d"
BLACK_HAIR, BROWN_HAIR, RED_HAIR, BLOND_HAIR = "#2a1e1c", "#5d3b27", "#a8562f", "#dcb56c"
GREY_HAIR, WHITE_HAIR = "#b9b6b2", "#f1ece4"


def mixed(colour: str, other: str, part: float) -> str:
    """``colour`` with ``part`` (0 to 1) of ``other`` in it."""
    pairs = [(int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in pairs)


def darker(colour: str, part: float = 0.14) -> str:
    return mixed(colour, "#14202c", part)


def lighter(colour: str, part: float = 0.2) -> str:
    return mixed(colour, "#fffdf9", part)
