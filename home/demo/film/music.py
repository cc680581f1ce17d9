"""The soft music of the film, made here note by note: a thumb piano, a low string and a bell for each door.

Only the standard library is used. A beat takes 0.6 seconds, four make a bar (see `script`).
"""

from __future__ import annotations

import math
import wave
from array import array
from functools import cache
from pathlib import Path

from home.demo.film.script import BAR, LENGTH, SCENES, TEXTS

RATE = 32_000  # samples a second
BEAT = BAR / 4
LOUDEST = 0.36  # of full scale; music for a break room, not for a cinema
CHORDS = {  # as steps on the piano, 60 is the middle C; a chord a bar, in turn
    "G": (55, 59, 62, 67, 71),
    "Em": (52, 59, 64, 67, 71),
    "C": (48, 55, 60, 64, 67),
    "D": (50, 57, 62, 66, 69),
    "Am": (45, 57, 60, 64, 69),
    "Bm": (47, 59, 62, 66, 71),
}
BARS = "G C | G Em C D | Em C G D | G Bm C D | Em Am C D | G Bm C | Em C D | C G G"
PATTERN = (0, 3, 2, 4, 1, 3, 2, 4)  # which tone of the chord, each half beat
QUIET_PATTERN = (0, None, 2, None, 3, None, 2, None)


def pitch(key: int) -> float:
    return 440 * 2 ** ((key - 69) / 12)


@cache
def pluck(key: int, seconds: float = 2.2) -> array:
    """A tone of a thumb piano: a soft knock, then a ring that dies away."""
    step, count = math.tau * pitch(key) / RATE, int(seconds * RATE)
    tone = array("f", bytes(4 * count))
    for n in range(count):
        t = n / RATE
        ring = math.sin(step * n) * math.exp(-2.6 * t)
        knock = 0.35 * math.sin(3 * step * n) * math.exp(-16 * t)
        knock += 0.12 * math.sin(5.4 * step * n) * math.exp(-30 * t)
        tone[n] = (ring + knock) * min(1.0, t * 220)
    return tone


@cache
def low(key: int, seconds: float = BAR + 0.6) -> array:
    """A low string that swells and goes."""
    step, count = math.tau * pitch(key) / RATE, int(seconds * RATE)
    return array(
        "f",
        (
            math.sin(math.pi * n / count) ** 0.8
            * (math.sin(step * n) + 0.35 * math.sin(2 * step * n) + 0.1 * math.sin(3 * step * n))
            for n in range(count)
        ),
    )


@cache
def bell(key: int, seconds: float = 2.6) -> array:
    step, count = math.tau * pitch(key) / RATE, int(seconds * RATE)
    return array(
        "f",
        (
            (math.sin(step * n) + 0.4 * math.sin(2.76 * step * n) * math.exp(-5 * n / RATE))
            * math.exp(-2.2 * n / RATE)
            * min(1.0, n / 200)
            for n in range(count)
        ),
    )


def add(track: array, tone: array, at: float, loud: float) -> None:
    begin = int(at * RATE)
    for n, value in enumerate(tone[: len(track) - begin], begin):
        track[n] += value * loud


def played() -> array:
    """The whole piece, one channel, not yet in a room."""
    track = array("f", bytes(4 * int(LENGTH * RATE)))
    bars = [name for name in BARS.split() if name != "|"]
    for number, name in enumerate(bars):
        chord, begins = CHORDS[name], number * BAR
        last = number == len(bars) - 1
        add(track, low(chord[0] - 12 if chord[0] > 50 else chord[0]), begins, 0.075)
        add(track, low(chord[2]), begins, 0.035)
        pattern = QUIET_PATTERN if number < 2 or number >= len(bars) - 3 else PATTERN
        for half, tone in enumerate(pattern):
            if tone is None or (last and half > 0):
                continue
            if tone and half % 2 and SCENES["gains"].begins <= begins < SCENES["end"].begins:
                add(track, pluck(chord[tone] + 24), begins + half * BEAT / 2, 0.06)  # livelier
            accent = 1.0 if half % 4 == 0 else 0.72
            add(track, pluck(chord[tone] + 12), begins + half * BEAT / 2, 0.17 * accent)
    for begins, key in _doors():
        add(track, bell(key), begins, 0.09)
        add(track, bell(key + 7), begins + BEAT / 4, 0.06)
        add(track, bell(key + 12), begins + BEAT / 2, 0.05)
    return track


def _doors() -> list[tuple[float, int]]:
    """When something opens, and the tone of its bell."""
    scenes = [(SCENES[key].begins, 79) for key in ("exchange", "meeting", "coaching", "gains")]
    words = [(TEXTS[key].begins, tone) for key, tone in (("follow", 76), ("read", 79), ("start", 81))]
    return [(1.2, 74), *scenes, *words, (SCENES["end"].begins + 3.6, 79)]


def in_a_room(track: array) -> tuple[array, array]:
    """Left and right, with echoes of a small room; fades out at the end."""
    sides = []
    for delays in ((0.0297, 0.0411, 0.0533), (0.0319, 0.0437, 0.0571)):
        wet = array("f", bytes(4 * len(track)))
        for delay in delays:
            back = int(delay * RATE)
            echo = array("f", track)
            for n in range(back, len(track)):
                echo[n] += 0.62 * echo[n - back]
            for n in range(len(track)):
                wet[n] += echo[n]
        sides.append(array("f", (dry * 0.8 + room * 0.09 for dry, room in zip(track, wet, strict=True))))
    peak = max(max(map(abs, side)) for side in sides)
    fade = int(2.2 * RATE)
    for side in sides:
        for n in range(len(side)):
            side[n] *= LOUDEST / peak * min(1.0, (len(side) - n) / fade)
    return sides[0], sides[1]


def write_music(path: Path) -> None:
    """Write the music as a WAV file in two channels."""
    left, right = in_a_room(played())
    both = array("h", (int(32_000 * value) for pair in zip(left, right, strict=True) for value in pair))
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(2)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(both.tobytes())
