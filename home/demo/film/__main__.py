"""Make the film and what goes with it: ``python -m home.demo.film [--stills FOLDER]``.

Writes ``animatie.mp4`` (H.264), ``animatie.webm`` (VP9), ``animatie.vtt`` and
``animatie-poster.webp`` into ``files/media``. Needs Pillow, cairocffi with the cairo library, fontTools and
an ``ffmpeg`` on the path; takes five to ten minutes on two cores. ``--stills`` only draws a picture of every
second into a folder, to look at. Raises CalledProcessError when ffmpeg fails, ValueError when a file gets
too large.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from itertools import chain
from multiprocessing import Pool
from pathlib import Path

from PIL import Image

from home.demo.film.captions import web_vtt
from home.demo.film.frames import frame
from home.demo.film.pen import HEIGHT, WIDTH, Pen
from home.demo.film.poster import poster
from home.demo.film.script import LENGTH

MEDIA = Path(__file__).resolve().parents[1] / "files" / "media"
RATE = 25  # frames a second
LIMIT = 3_000_000  # bytes a film
POSTER = (800, 450)  # pixels
COLOURS = "-colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv"
H264 = "-c:v libx264 -preset slow -crf 26 -tune animation -g 125 -pix_fmt yuv420p"
VP9 = "-c:v libvpx-vp9 -crf 36 -b:v 0 -deadline good -cpu-used 3 -row-mt 1 -g 125 -pix_fmt yuv420p"


def pixels(number: int) -> bytes:
    return frame(number / RATE).pixels()


def ffmpeg(*arguments: str | Path) -> list[str]:
    """A call of ffmpeg; strings may hold several arguments, a path is one."""
    parts = ([str(part)] if isinstance(part, Path) else part.split() for part in arguments)
    return ["ffmpeg", "-y", "-loglevel", "error", *chain.from_iterable(parts)]


def draw(target: Path) -> None:
    """All frames, as a film without loss."""
    command = ffmpeg(
        f"-f rawvideo -pix_fmt bgr0 -s {WIDTH}x{HEIGHT} -r {RATE} -i -",
        "-vf scale=out_color_matrix=bt709:out_range=tv,format=yuv420p",
        COLOURS,
        "-c:v libx264 -preset ultrafast -qp 0",
        target,
    )
    encoder = subprocess.Popen(command, stdin=subprocess.PIPE)
    count = round(LENGTH * RATE)
    with Pool(2, initializer=os.nice, initargs=(10,)) as pool:
        for drawn in pool.imap(pixels, range(count), chunksize=10):
            encoder.stdin.write(drawn)
    encoder.stdin.close()
    if encoder.wait():
        raise subprocess.CalledProcessError(encoder.returncode, command)


def encode(drawn: Path, folder: Path) -> None:
    """The two films that are sent to visitors."""
    log = ("-passlogfile", folder / "vp9")
    mp4, webm = MEDIA / "animatie.mp4", MEDIA / "animatie.webm"
    for command in (
        ffmpeg("-i", drawn, H264, COLOURS, "-an -movflags +faststart", mp4),
        ffmpeg("-i", drawn, VP9, COLOURS, "-pass 1", *log, "-an -f null", Path(os.devnull)),
        ffmpeg("-i", drawn, VP9, COLOURS, "-pass 2", *log, "-an", webm),
    ):
        subprocess.run(command, check=True)


def picture(pen: Pen) -> Image.Image:
    size = (pen.surface.get_width(), pen.surface.get_height())
    return Image.frombuffer("RGB", size, pen.pixels(), "raw", "BGRX", pen.surface.get_stride(), 1)


def stills(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for second in range(int(LENGTH) + 1):
        picture(frame(second)).save(folder / f"{second:02}.png")


def words_and_poster() -> None:
    (MEDIA / "animatie.vtt").write_text(web_vtt(), encoding="utf-8")
    flat = picture(poster(*POSTER)).quantize(96, method=Image.Quantize.FASTOCTREE, kmeans=4, dither=0)
    flat.convert("RGB").save(MEDIA / "animatie-poster.webp", "WEBP", lossless=True, quality=100, method=6)


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["--stills"]:
        return stills(Path(arguments[1]))
    MEDIA.mkdir(parents=True, exist_ok=True)
    words_and_poster()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        draw(folder / "drawn.mp4")
        encode(folder / "drawn.mp4", folder)
    for path in sorted(MEDIA.glob("animatie*")):
        size = path.stat().st_size
        print(f"{path.name}: {size} bytes")
        if size > LIMIT:
            raise ValueError(f"{path.name} has {size} bytes, more than {LIMIT}")


if __name__ == "__main__":
    main(sys.argv[1:])
