"""The people of the demonstration site, so that they look the same wherever they turn up. All invented."""

from __future__ import annotations

from home.demo.drawings.palette import (
    BLACK_HAIR,
    BLOND_HAIR,
    BRICK,
    BROWN_HAIR,
    CORAL,
    DEEP_CORAL,
    DEEP_PLUM,
    DEEP_TEAL,
    DUSK,
    GREY_HAIR,
    INK,
    LEAF,
    MID_CORAL,
    MID_PLUM,
    MID_TEAL,
    MINT,
    OCHRE,
    PAPER,
    PLUM,
    RED_HAIR,
    ROSE,
    SAND,
    SKIN_1,
    SKIN_2,
    SKIN_3,
    SKIN_4,
    SKIN_5,
    TEAL,
    WHITE_HAIR,
)
from home.demo.drawings.people import Look

# Students
NOOR = Look(SKIN_2, BLACK_HAIR, "bun", OCHRE, "stripes", PAPER, legs=DUSK, shoes=CORAL)
JAYDEN = Look(SKIN_5, BLACK_HAIR, "crop", CORAL, "plain", legs=INK, shoes=PAPER)
LINA = Look(SKIN_4, BLACK_HAIR, "braids", MINT, "uniform", CORAL, legs=DUSK, shoes=PAPER)
SEM = Look(SKIN_1, BLOND_HAIR, "short", TEAL, "stripes", MINT, legs=DUSK, shoes=OCHRE)
YARA = Look(SKIN_3, TEAL, "scarf", PLUM, "plain", legs=INK, shoes=OCHRE)
# Those who guide and teach
ANKE = Look(SKIN_1, BROWN_HAIR, "bob", MID_TEAL, "uniform", PAPER, legs=DEEP_TEAL, shoes=PAPER)
SAMIRA = Look(SKIN_3, DEEP_TEAL, "scarf", MINT, "uniform", TEAL, legs=DEEP_TEAL, shoes=PAPER)
FATIHA = Look(SKIN_4, PLUM, "scarf", LEAF, "cardigan", SAND, legs=INK)
IBRAHIM = Look(SKIN_3, BLACK_HAIR, "crop", DEEP_TEAL, "shirt", MINT, legs=INK, beard=True)
RUTH = Look(SKIN_1, GREY_HAIR, "bob", PLUM, "dots", ROSE, legs=INK, glasses=True)
JOLIEN = Look(SKIN_2, RED_HAIR, "long", DEEP_CORAL, "knit", ROSE, legs=DEEP_TEAL)
TOM = Look(SKIN_1, RED_HAIR, "short", OCHRE, "shirt", PAPER, legs=DUSK, beard=True, glasses=True)
# Residents and those who are close to them
GERDA = Look(SKIN_2, GREY_HAIR, "lowbun", CORAL, "cardigan", OCHRE, legs=DEEP_PLUM, skirt=True)
RIET = Look(SKIN_1, WHITE_HAIR, "perm", MID_PLUM, "dots", PAPER, legs=PLUM, skirt=True)
JAN = Look(SKIN_1, WHITE_HAIR, "bald", TEAL, "cardigan", SAND, legs=BRICK, glasses=True, broad=1.12)
HENDRIK = Look(SKIN_4, WHITE_HAIR, "crop", MID_CORAL, "knit", PAPER, legs=DUSK, beard=True)
MIEN = Look(SKIN_2, WHITE_HAIR, "bun", MID_TEAL, "cardigan", PAPER, legs=DEEP_TEAL, skirt=True, glasses=True)
