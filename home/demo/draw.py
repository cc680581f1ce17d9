"""Draw the illustrations and marks of the demonstration site: ``python -m home.demo.draw [KEY …]``.

Writes WebP files of 1600 by 1067 pixels to ``files/images/``, portraits of 800 by 1000 pixels beside
them and the organisations' placeholder marks to ``files/marks/``. Needs only Pillow. The same input
gives the same picture; sizes above the limit are an error, so that the repository stays small.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from home.demo.canvas import PAPER, Canvas
from home.demo.marks import MARKS, PORTRAITS, mark, portrait
from home.demo.scenes_outside import OUTSIDE
from home.demo.scenes_rooms import ROOMS
from home.demo.scenes_things import THINGS

FILES = Path(__file__).resolve().parent / "files"
SCENES: dict[str, Callable[[Canvas], None]] = ROOMS | THINGS | OUTSIDE
SCENE_SIZE, PORTRAIT_SIZE, MARK_SIZE = (1600, 1067), (800, 1000), (480, 320)  # pixels
SCENE_LIMIT, MARK_LIMIT = 40_000, 6_000  # bytes


def save(canvas: Canvas, path: Path, limit: int) -> None:
    """Write the picture; lower the quality where needed to stay under ``limit`` bytes."""
    picture = canvas.finished()
    for quality in (84, 78, 72, 64):
        picture.save(path, "WEBP", quality=quality, method=6)
        if path.stat().st_size <= limit:
            break
    else:
        raise ValueError(f"{path.name} has {path.stat().st_size} bytes, more than {limit}")
    print(f"{path.name:34} {path.stat().st_size:6} bytes, quality {quality}")


def main(keys: list[str]) -> None:
    for folder in ("images", "marks"):
        (FILES / folder).mkdir(parents=True, exist_ok=True)
    for key, scene in SCENES.items():
        if not keys or key in keys:
            canvas = Canvas(*SCENE_SIZE, PAPER)
            scene(canvas)
            save(canvas, FILES / "images" / f"{key}.webp", SCENE_LIMIT)
    for key, colours in PORTRAITS.items():
        if not keys or key in keys:
            canvas = Canvas(*PORTRAIT_SIZE, PAPER)
            portrait(canvas, colours)
            save(canvas, FILES / "images" / f"{key}.webp", SCENE_LIMIT)
    for key, (initials, colours) in MARKS.items():
        if not keys or key in keys:
            canvas = Canvas(*MARK_SIZE, PAPER)
            mark(canvas, initials, colours)
            save(canvas, FILES / "marks" / f"{key}.webp", MARK_LIMIT)


if __name__ == "__main__":
    main(sys.argv[1:])
