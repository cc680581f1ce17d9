"""The picture that stands in for the film before it plays."""

from __future__ import annotations

from home.demo.film.house_style import INK, PAPER, TEAL
from home.demo.film.lettering import TEXT, write
from home.demo.film.pen import Pen, ellipse, outline, rect
from home.demo.film.scene_door import threshold
from home.demo.film.stage import LEFT


def poster(width: int, height: int) -> Pen:
    """The open door, the title of the film, and a sign that it can be played and how long it takes.

    The sign stands high, where the controls that browsers lay over the foot of a film leave it in sight.
    """
    pen = Pen(PAPER, width, height)
    threshold(pen, 3.05)
    for number, line in enumerate(("Kijk eens", "bij de buren")):
        write(pen, LEFT, 150 + 88 * number, line, INK, 80)
    pen.fill(rect(LEFT, 300, 330, 92, 46), TEAL)
    pen.fill(ellipse(LEFT + 46, 346, 34), PAPER)
    pen.fill(outline((LEFT + 37, 328), (LEFT + 37, 364), (LEFT + 65, 346)), TEAL)
    write(pen, LEFT + 100, 361, "1 minuut", PAPER, 46, family=TEXT, weight=700)
    return pen
