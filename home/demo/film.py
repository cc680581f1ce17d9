"""Make the short film of the animation page: ``python -m home.demo.film``.

Draws every frame with the shapes of the illustrations, pipes them to ffmpeg (H.264, 960 by 540,
25 frames a second) and writes ``files/media/animatie.mp4``, its captions and its poster. The soft
music is made here as well. Needs Pillow and an ``ffmpeg`` on the path; raises CalledProcessError
when that fails. Nobody speaks: all words are on the screen and in the captions.
"""

from __future__ import annotations

import math
import struct
import subprocess
import tempfile
import wave
from pathlib import Path

from home.demo.film_scenes import CAPTIONS, HEIGHT, LENGTH, WIDTH, frame

MEDIA = Path(__file__).resolve().parent / "files" / "media"
RATE = 25  # frames a second
LIMIT = 1_000_000  # bytes


def music(path: Path, rate: int = 22050) -> None:
    """Write a quiet pattern of plucked notes, one chord a scene, as a mono WAV file."""
    samples = [0.0] * int(LENGTH * rate)
    chords = (
        (196, 247, 294, 392),
        (220, 262, 330, 440),
        (175, 220, 262, 349),
        (196, 247, 294, 494),
        (131, 262, 330, 392),
    )
    beat = 0.5
    for step in range(int(LENGTH / beat) - 3):
        chord = chords[min(4, int(step * beat / 5.6))]
        pitch = chord[(0, 2, 1, 3)[step % 4]]
        begin = int(step * beat * rate)
        for n in range(min(int(1.9 * rate), len(samples) - begin)):
            t = n / rate
            tone = math.sin(math.tau * pitch * t) + 0.3 * math.sin(math.tau * 2 * pitch * t) * math.exp(
                -5 * t
            )
            samples[begin + n] += tone * math.exp(-3.2 * t) * min(1.0, t * 90) * 0.16
    fade = 2 * rate
    for n in range(fade):
        samples[-1 - n] *= n / fade
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(b"".join(struct.pack("<h", int(max(-1, min(1, s)) * 32000)) for s in samples))


def captions() -> str:
    """The captions as WebVTT."""

    def stamp(seconds: float) -> str:
        return f"00:{int(seconds // 60):02}:{seconds % 60:06.3f}"

    cues = [f"{stamp(begin)} --> {stamp(end)}\n{text}\n" for begin, end, text in CAPTIONS]
    return "WEBVTT\n\n" + "\n".join(cues)


def main() -> None:
    MEDIA.mkdir(parents=True, exist_ok=True)
    target = MEDIA / "animatie.mp4"
    (MEDIA / "animatie.vtt").write_text(captions(), encoding="utf-8")
    frame(LENGTH - 0.4).finished().save(MEDIA / "animatie-poster.webp", "WEBP", quality=82, method=6)
    with tempfile.TemporaryDirectory() as folder:
        sound = Path(folder) / "music.wav"
        music(sound)
        command = [
            "ffmpeg",
            "-y",
            "-loglevel",
            "error",
            "-f",
            "rawvideo",
            "-pix_fmt",
            "rgb24",
            "-s",
            f"{WIDTH}x{HEIGHT}",
        ]
        command += [
            "-r",
            str(RATE),
            "-i",
            "-",
            "-i",
            str(sound),
            "-c:v",
            "libx264",
            "-preset",
            "slow",
            "-crf",
            "25",
        ]
        command += ["-tune", "animation", "-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "48k", "-shortest"]
        command += ["-movflags", "+faststart", str(target)]
        encoder = subprocess.Popen(command, stdin=subprocess.PIPE)
        for number in range(int(LENGTH * RATE)):
            encoder.stdin.write(frame(number / RATE).finished().tobytes())
        encoder.stdin.close()
        if encoder.wait():
            raise subprocess.CalledProcessError(encoder.returncode, command)
    if target.stat().st_size > LIMIT:
        raise ValueError(f"{target.name} has {target.stat().st_size} bytes, more than {LIMIT}")
    print(f"{target.name}: {target.stat().st_size} bytes, {LENGTH} seconds")


if __name__ == "__main__":
    main()
