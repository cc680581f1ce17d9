"""All drawings by their key; the key is the name of the file and the key in images.toml."""

from __future__ import annotations

from collections.abc import Callable

from home.demo.drawings.gatherings import GATHERINGS
from home.demo.drawings.guides import GUIDES
from home.demo.drawings.houses import HOUSES
from home.demo.drawings.news_early import NEWS_EARLY
from home.demo.drawings.news_late import NEWS_LATE
from home.demo.drawings.places import PLACES
from home.demo.drawings.playbook import PLAYBOOK
from home.demo.drawings.portraits import PORTRAITS
from home.demo.drawings.stories import STORIES
from home.demo.drawings.svg import Drawing
from home.demo.drawings.themes import THEMES
from home.demo.drawings.trainings_hands import HANDS
from home.demo.drawings.trainings_out import OUT
from home.demo.drawings.trainings_talk import TALK
from home.demo.drawings.trainings_work import WORK

ALBUM = (
    THEMES,
    HOUSES,
    NEWS_EARLY,
    NEWS_LATE,
    STORIES,
    GUIDES,
    PLAYBOOK,
    GATHERINGS,
    PLACES,
    TALK,
    OUT,
    WORK,
    HANDS,
)
SCENES: dict[str, Callable[[], Drawing]] = {key: draw for part in ALBUM for key, draw in part.items()}
DRAWINGS: dict[str, Callable[[], Drawing]] = SCENES | PORTRAITS
