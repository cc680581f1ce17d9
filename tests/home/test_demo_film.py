"""The film of the demonstration content: readable in time, captioned throughout, small, and on its page.

Only the files and the script are read here; drawing the film needs cairo and ffmpeg, testing it does not.
"""

import struct
from itertools import pairwise

import pytest
import webvtt

from cms.models import SiteMedia
from home.demo import records
from home.demo.film.captions import web_vtt
from home.demo.film.house_style import font
from home.demo.film.script import LENGTH, SCENES, SHORTEST, TEXTS, WORDS_PER_SECOND, Words
from home.demo.source import FILES, content

WIDTH, HEIGHT = 1280, 720
MP4, WEBM = FILES / "media" / "animatie.mp4", FILES / "media" / "animatie.webm"
CAPTIONS, POSTER = FILES / "media" / "animatie.vtt", FILES / "media" / "animatie-poster.webp"
IN_ORDER = sorted(TEXTS.values(), key=lambda words: words.begins)


def seconds_to_read(words: Words) -> float:
    return max(SHORTEST, words.count / WORDS_PER_SECOND)


def seconds(stamp: str) -> float:
    hours, minutes, rest = stamp.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def cues() -> list[tuple[float, float, str]]:
    """Begin, end and text of each caption in the file."""
    return [(seconds(cue.start), seconds(cue.end), cue.text) for cue in webvtt.read(str(CAPTIONS))]


def on_the_screen() -> list[str]:
    return [" ".join(words.lines).replace("- ", "").rstrip("?").lower() for words in IN_ORDER]


@pytest.mark.parametrize("key", TEXTS)
def test_text_stays_long_enough_to_be_read(key):
    assert round(TEXTS[key].ends - TEXTS[key].begins, 3) >= seconds_to_read(TEXTS[key])


def test_next_text_waits_until_the_one_before_has_been_read():
    too_early = [
        (words.lines, following.lines)
        for words, following in pairwise(IN_ORDER)
        if round(following.begins - words.begins, 3) < words.count / WORDS_PER_SECOND
    ]

    assert too_early == []


@pytest.mark.parametrize("key", TEXTS)
def test_text_is_large_and_away_from_the_edges_and_the_captions(key):
    words = TEXTS[key]
    wide = max(font(words.family, words.size).getlength(line) for line in words.lines)
    left = words.x - wide / 2 if words.middle else words.x
    margin_x, margin_y = WIDTH / 20, HEIGHT / 20

    assert words.size >= 46
    assert left >= margin_x
    assert left + wide <= WIDTH - margin_x
    assert words.y - words.size * 0.75 >= margin_y  # the top of a capital
    assert words.foot(len(words.lines) - 1) <= HEIGHT * 5 / 6


def test_scenes_fill_the_film_without_gaps():
    scenes = list(SCENES.values())

    assert [scene.begins for scene in scenes] == [0.0, *(round(scene.ends, 3) for scene in scenes[:-1])]
    assert round(scenes[-1].ends, 3) == LENGTH
    assert 45 <= LENGTH <= 75


def test_captions_cover_the_whole_film():
    found = cues()

    assert (found[0][0], found[-1][1]) == (0, LENGTH)
    assert all(one[1] == following[0] for one, following in pairwise(found))
    assert CAPTIONS.read_text(encoding="utf-8") == web_vtt()


def test_captions_tell_every_text_and_what_is_seen():
    told = " ".join(text for _, _, text in cues()).replace("\n", " ").lower()

    assert [text for text in on_the_screen() if text not in told] == []
    assert sum(text.startswith("[") for _, _, text in cues()) >= 8


def test_captions_are_short_and_stay_long_enough():
    for begin, end, text in cues():
        lines = text.split("\n")
        assert len(lines) <= 2, text
        assert max(map(len, lines)) <= 42, text
        assert end - begin >= 1, text
        if not text.startswith("["):
            assert len(text.split()) / (end - begin) <= WORDS_PER_SECOND, text


def test_transcript_tells_every_text():
    told = records.plain_transcript(content("animations")["animation"][0]["transcript"]).lower()

    assert [text for text in on_the_screen() if text not in told] == []
    assert told.count("[") >= len(SCENES)


def test_files_are_small():
    assert MP4.stat().st_size < 3_000_000
    assert WEBM.stat().st_size < 3_000_000
    assert POSTER.stat().st_size <= 12_000


def test_mp4_plays_before_it_has_all_come():
    data = MP4.read_bytes()
    header = data.index(b"mvhd")
    scale, duration = struct.unpack(">II", data[header + 16 : header + 24])
    entry = data.index(b"avc1", data.index(b"stsd"))  # H.264
    size = struct.unpack(">HH", data[entry + 28 : entry + 32])

    assert data.index(b"moov") < data.index(b"mdat")
    assert duration / scale == pytest.approx(LENGTH, abs=0.1)
    assert size == (WIDTH, HEIGHT)
    assert b"mp4a" not in data  # no music: who watches in a break room misses nothing


def test_webm_holds_silent_vp9_of_the_same_length():
    head = WEBM.read_bytes()[:4096]
    found = head.index(b"\x44\x89\x88")  # Duration, a double in milliseconds

    assert b"V_VP9" in head
    assert b"A_OPUS" not in head
    assert struct.unpack(">d", head[found + 3 : found + 11])[0] / 1000 == pytest.approx(LENGTH, abs=0.1)


@pytest.mark.django_db
def test_film_is_loaded_with_both_formats_captions_and_poster(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path

    records.load_media()

    film = SiteMedia.objects.get()
    assert film.title == "Kijk eens bij de buren"
    assert (film.file.size, film.file_webm.size) == (MP4.stat().st_size, WEBM.stat().st_size)
    assert film.captions.size == CAPTIONS.stat().st_size
    assert film.thumbnail.size == POSTER.stat().st_size
    assert (film.width, film.height, film.duration) == (WIDTH, HEIGHT, LENGTH)
    assert "[Een film zonder geluid." in film.transcript
