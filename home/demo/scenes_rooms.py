"""Rooms and doorways: the illustrations in which the visitor looks across a threshold."""

from __future__ import annotations

from home.demo import props
from home.demo.canvas import (
    BROWN,
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
    SAND,
    TEAL,
    TINT_CORAL,
    TINT_OCHRE,
    TINT_PLUM,
    TINT_TEAL,
    WOOD,
    Canvas,
    arch,
    ellipse,
    leaf,
    rect,
    rounded,
)


def three_arches(c: Canvas) -> None:
    """The mark of the network: three doorways that overlap."""
    props.room(c, TINT_OCHRE, SAND, floor_at=880)
    c.fill(ellipse(1270, 230, 120), OCHRE, opacity=0.45)
    doors = ((215, 300, CORAL), (560, 170, TEAL), (905, 350, OCHRE))
    for x, _, colour in doors:
        props.light_on_floor(c, x, 460, 880, 187, -70, colour, 0.16)
    for x, top, colour in doors:
        c.fill(arch(x, top, 460, 880 - top), colour)
    (coral, teal, ochre) = (arch(x, top, 460, 880 - top) for x, top, _ in doors)
    c.fill(coral, PLUM, clip=teal)
    c.fill(ochre, LEAF, clip=teal)
    for x, top, _ in doors:
        inner = arch(x + 115, top + 130, 230, 750 - top)
        c.fill(inner, "#fff8ea")
        c.fill(arch(x - 80, top + 130, 230, 750 - top), INK, opacity=0.07, clip=inner)
    props.plant(c, 1440, 905, 230, pot=CLAY)
    props.plant(c, 445, 880, 140, pot=TEAL)
    props.cup(c, 790, 880, 92, CORAL)
    props.books(c, 1090, 880, [(26, 120, PLUM), (30, 96, TEAL), (22, 132, CORAL)])


def door_ajar(c: Canvas) -> None:
    """A coral door that stands open; light falls in."""
    props.room(c, TINT_CORAL, "#e9b9a6", floor_at=850, skirting=PAPER)
    opening = props.doorway(c, 590, 170, 430, 850, PAPER, "#ffe9b8")
    c.fill(ellipse(870, 420, 95), OCHRE, opacity=0.55, clip=opening)
    c.fill(ellipse(760, 960, 330, 260), LEAF, opacity=0.75, clip=opening)
    c.fill(ellipse(980, 930, 260, 190), TEAL, opacity=0.75, clip=opening)
    props.light_on_floor(c, 590, 430, 850, 217, -150, "#fff3cf", 0.85)
    curve_top = [
        (1020 + 270 * t / 20, 385 - 205 * (1 - (1 - t / 20) ** 2) ** 0.5 + 35 * t / 20) for t in range(21)
    ]
    c.fill([*curve_top, (1290, 940), (1020, 850)], CORAL)
    c.fill([(1290, 215), (1312, 222), (1312, 932), (1290, 940)], DEEP_CORAL)
    c.fill([(1075, 430), (1235, 440), (1235, 620), (1075, 590)], DEEP_CORAL, opacity=0.55)
    c.fill([(1075, 650), (1235, 690), (1235, 870), (1075, 815)], DEEP_CORAL, opacity=0.55)
    c.fill(ellipse(1262, 655, 15), OCHRE)
    props.plant(c, 410, 905, 330, pot=OCHRE, kind="tall")
    c.fill(rounded(130, 250, 170, 220, 10), PAPER)
    c.fill(arch(165, 300, 100, 135), MID_CORAL)


def corridor(c: Canvas) -> None:
    """A corridor in perspective: six doors and one at the end."""
    c.fill(rect(0, 0, 1600, 1067), "#f3ddb0")
    c.fill([(0, 0), (1600, 0), (1010, 330), (590, 330)], PAPER)
    c.fill([(0, 1067), (1600, 1067), (1010, 730), (590, 730)], "#d8b487")
    c.fill([(300, 1067), (1300, 1067), (920, 730), (680, 730)], CLAY, opacity=0.55)
    c.fill(rect(590, 330, 420, 400), TINT_OCHRE)
    end = props.doorway(c, 700, 420, 200, 730, PAPER, "#fff6da")
    c.fill(ellipse(830, 540, 42), OCHRE, clip=end)
    c.fill(ellipse(760, 780, 120, 110), LEAF, clip=end)
    # left and right wall: (near x, far x) with the seams as straight lines to the end wall
    for near, far, colour, deep in (
        (30, 215, CORAL, DEEP_CORAL),
        (290, 405, TEAL, DEEP_TEAL),
        (450, 530, OCHRE, BROWN),
    ):
        for mirrored in (False, True):
            tone, shadow = (
                (colour, deep)
                if not mirrored
                else ({CORAL: PLUM, TEAL: MID_CORAL, OCHRE: MID_TEAL}[colour], deep)
            )
            _wall_door(c, near, far, tone, shadow, mirrored)
    props.lamp(c, 800, 215, 130, TEAL)


def _wall_door(c: Canvas, near: float, far: float, colour: str, deep: str, mirrored: bool) -> None:
    def foot(x):
        return 1067 - (1067 - 730) * x / 590

    def head(x):
        return 0.30 * foot(x) + 0.70 * 330 * x / 590 + 60 * (1 - x / 590)

    steps = 24
    top = []
    for step in range(steps + 1):
        t = step / steps
        x = near + (far - near) * t
        rise = (1 - (2 * t - 1) ** 2) ** 0.5 * (far - near) * 0.75
        top.append((x, head(x) + 120 * (1 - x / 700) - rise))
    shape = [*top, (far, foot(far)), (near, foot(near))]
    knob = (near + (far - near) * 0.84, (foot(far) + head(far)) / 2 + 40)
    if mirrored:
        shape = [(1600 - x, y) for x, y in shape]
        knob = (1600 - knob[0], knob[1])
    c.fill(shape, colour)
    middle = sum(x for x, _ in shape) / len(shape)
    inner = [(middle + (x - middle) * 0.72, 700 + (y - 700) * 0.82 - 10) for x, y in shape]
    c.fill(inner, deep, opacity=0.22)
    c.fill(ellipse(*knob, 9), PAPER)


def long_table(c: Canvas) -> None:
    """A long table with cups, chairs and a lamp: a practice education meeting."""
    props.room(c, TINT_TEAL, "#c9ddd6", floor_at=800, skirting=MID_TEAL)
    for x in (130, 635, 1140):
        props.arch_window(c, x, 130, 330, 420, PAPER, "#bfe0dc", LEAF, OCHRE if x == 635 else None)
    for x, colour in ((300, CORAL), (550, OCHRE), (800, PLUM), (1050, TEAL), (1300, CORAL)):
        props.chair(c, x, 900, 270, colour)
    props.table(c, 160, 720, 1280, 960)
    for x, colour in ((330, TEAL), (620, CORAL), (1010, OCHRE), (1260, DEEP_TEAL)):
        props.cup(c, x, 722, 84, colour)
    c.fill(rounded(720, 692, 190, 16, 6), PAPER)
    c.fill(rounded(735, 676, 170, 18, 6), CORAL)
    props.plant(c, 470, 722, 130, pot=PAPER)
    props.lamp(c, 800, 210, 190, CORAL)


def window_plants(c: Canvas) -> None:
    """A window sill full of plants, each a little different."""
    c.fill(rect(0, 0, 1600, 1067), "#dcebe0")
    props.arch_window(c, 420, 90, 760, 760, PAPER, "#fdf1d8", "#a9cdb0", OCHRE)
    c.fill(rounded(120, 846, 1360, 44, 12), WOOD)
    c.fill(rect(120, 880, 1360, 14), INK, opacity=0.14)
    c.fill(rect(0, 894, 1600, 173), "#cfe2d4")
    props.plant(c, 290, 848, 300, pot=CORAL, kind="tall")
    props.plant(c, 560, 848, 250, pot=TEAL)
    props.plant(c, 800, 848, 180, pot=OCHRE, green=TEAL)
    props.plant(c, 1030, 848, 270, pot=PAPER, kind="tall", green="#2f6b57")
    props.plant(c, 1310, 848, 310, pot=PLUM)
    c.fill(rounded(640, 940, 190, 80, 40), TEAL)
    c.line([(815, 965), (905, 925)], TEAL, 26)
    c.line(ellipse(640, 975, 46, 34, start=90, end=270), TEAL, 16)
    c.fill(ellipse(735, 1026, 130, 10), INK, opacity=0.14)


def reading_chair(c: Canvas) -> None:
    """The living room of a resident in the evening: chair, lamp, blanket."""
    props.room(c, "#3e2a55", "#2c1d3f", floor_at=830, skirting=PLUM)
    props.arch_window(c, 190, 160, 360, 480, "#6b4a87", "#1d2f4a", "#16323a", "#f6e7b8")
    c.fill(ellipse(1090, 470, 420), OCHRE, opacity=0.10)
    c.fill(ellipse(1090, 470, 270), OCHRE, opacity=0.13)
    c.fill(ellipse(900, 900, 620, 80), PLUM)
    c.fill(ellipse(900, 900, 520, 62), "#7a5498")
    c.line([(1180, 900), (1180, 330), (1090, 330)], WOOD, 16)
    c.fill(arch(985, 330, 210, 130), OCHRE)
    c.fill(ellipse(1180, 902, 80, 16), WOOD)
    for x in (640, 930):
        c.line([(x, 830), (x - 10 if x < 800 else x + 10, 905)], WOOD, 20)
    c.fill(arch(600, 380, 370, 420), CORAL)
    c.fill(arch(650, 440, 270, 330), DEEP_CORAL, opacity=0.5)
    c.fill(rounded(600, 690, 370, 140, 46), CORAL)
    c.fill(rounded(545, 620, 110, 220, 54), DEEP_CORAL)
    c.fill(rounded(915, 620, 110, 220, 54), DEEP_CORAL)
    c.fill([(690, 560), (860, 520), (915, 800), (745, 838)], MID_TEAL)
    for step in range(4):
        c.line([(700 + step * 13, 610 + step * 62), (868 + step * 13, 570 + step * 62)], TEAL, 14)
    props.table(c, 1260, 720, 210, 905, colour=WOOD)
    props.cup(c, 1340, 722, 78, PAPER)
    props.plant(c, 1430, 722, 120, pot=CORAL)


def stairs(c: Canvas) -> None:
    """Steps that go up through three doorways: growing in your work."""
    c.fill(rect(0, 0, 1600, 1067), TINT_OCHRE)
    for x, top, width, height, colour, inside in (
        (120, 470, 360, 600, OCHRE, "#fff7e2"),
        (560, 300, 360, 600, CORAL, TINT_CORAL),
        (1010, 120, 400, 600, TEAL, TINT_TEAL),
    ):
        c.fill(arch(x, top, width, height), colour)
        c.fill(arch(x + 50, top + 60, width - 100, height - 60), inside)
    steps = [(0, 950), (200, 890), (400, 830), (600, 770), (800, 710), (1000, 650), (1200, 590), (1400, 590)]
    for x, y in steps:
        c.fill(rect(x, y, 1600 - x, 1067 - y), "#e6c48c")
        c.fill(rect(x, y, 200, 16), PAPER)
        c.fill(rect(x, y + 16, 14, 1067), BROWN, opacity=0.14)
    props.plant(c, 1500, 592, 220, pot=CORAL)
    props.plant(c, 80, 952, 150, pot=TEAL)
    c.fill(ellipse(1210, 400, 60), OCHRE)


def lit_windows(c: Canvas) -> None:
    """A building in the evening with light behind its arches."""
    c.shade(rect(0, 0, 1600, 1067), "#16304a", "#3b4f77")
    for x, y in ((120, 120), (330, 210), (560, 90), (1240, 150), (1460, 240), (980, 70), (1380, 80)):
        c.fill(ellipse(x, y, 5), PAPER, opacity=0.8)
    c.fill(ellipse(1330, 250, 92), "#f6e7b8")
    c.fill(ellipse(1296, 230, 86), "#1c3551", opacity=0.96)
    c.fill(rect(0, 930, 1600, 137), "#12262f")
    c.fill(rect(240, 350, 960, 580), "#7a3b34")
    c.fill([(200, 350), (1240, 350), (1170, 250), (270, 250)], "#4d2431")
    for row, y in enumerate((410, 670)):
        for column, x in enumerate((300, 480, 660, 840, 1020)):
            if row == 1 and column == 2:
                continue
            lit = (row + column) % 3 != 1
            c.fill(arch(x - 8, y - 8, 136, 186), "#5b2a2c")
            c.fill(arch(x, y, 120, 170), "#ffd98a" if lit else "#27405a")
            c.fill(rect(x + 56, y, 8, 170), "#5b2a2c")
            if lit and column % 2 == 0:
                props.plant(c, x + 90, y + 170, 70, pot=CORAL, green=TEAL)
    c.fill(arch(640, 640, 160, 290), "#5b2a2c")
    c.fill(arch(655, 660, 130, 270), "#ffe7b0")
    props.light_on_floor(c, 655, 130, 930, 137, -30, "#ffd98a", 0.35)
    props.tree(c, 130, 950, 360, "#1f5f58")
    props.tree(c, 1330, 950, 300, "#2b7268")
    props.tree(c, 1480, 960, 420, "#174b48")


def care_kitchen(c: Canvas) -> None:
    """The kitchen of a ward: a look in the kitchen of the neighbours."""
    props.room(c, "#fbe9df", "#dfc9b2", floor_at=900, skirting=PAPER)
    for row in range(3):
        for column in range(20):
            c.fill(
                rounded(column * 80 + 4, 470 + row * 60 + 4, 72, 52, 6),
                MID_TEAL if (row + column) % 3 else TEAL,
                opacity=0.55,
            )
    c.fill(rect(0, 650, 1600, 30), WOOD)
    c.fill(rect(0, 680, 1600, 220), TINT_PLUM)
    for x in range(40, 1600, 310):
        c.fill(rounded(x, 710, 270, 170, 14), PLUM, opacity=0.82)
        c.fill(ellipse(x + 240, 795, 11), OCHRE)
    opening = props.doorway(c, 1080, 190, 340, 900, PAPER, "#ffe4a8")
    c.fill(arch(1160, 430, 180, 470), CORAL, opacity=0.85, clip=opening)
    c.fill(arch(1205, 520, 90, 380), "#fff3d8", clip=opening)
    props.light_on_floor(c, 1080, 340, 900, 167, -120, "#fff0c4", 0.8)
    c.fill(rounded(80, 330, 880, 26, 8), WOOD)
    for x, colour in ((150, CORAL), (290, TEAL), (430, OCHRE)):
        props.cup(c, x, 330, 76, colour, steam=False)
    props.books(c, 560, 330, [(34, 130, PLUM), (28, 110, CORAL), (40, 142, TEAL), (30, 118, OCHRE)])
    props.plant(c, 850, 330, 150, pot=CORAL)
    c.fill(rounded(190, 520, 190, 130, 30), CORAL)
    c.line([(378, 560), (440, 520)], CORAL, 22)
    c.line(ellipse(285, 520, 70, 50, start=180, end=360), INK, 12)
    c.fill(ellipse(740, 648, 130, 60, start=180, end=360), PAPER)
    for x, colour in ((690, OCHRE), (745, CORAL), (800, LEAF)):
        c.fill(ellipse(x, 600, 36), colour)
    c.fill(rounded(610, 590, 260, 60, 28), PAPER)
    c.fill(leaf(745, 570, 50, 22, -60), LEAF)
    props.lamp(c, 500, 170, 150, TEAL)


ROOMS = {
    "drie-bogen": three_arches,
    "deur-op-een-kier": door_ajar,
    "gang-met-deuren": corridor,
    "lange-tafel": long_table,
    "planten-in-het-raam": window_plants,
    "stoel-in-de-avond": reading_chair,
    "trap-met-bogen": stairs,
    "verlichte-ramen": lit_windows,
    "keuken-van-de-buren": care_kitchen,
}
