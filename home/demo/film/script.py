"""What stands on the screen, and when.

**Reading speed.** Nobody speaks, so everything must be readable in time, also for slow readers: a text stays
for at least one second for every 2.5 words and never shorter than 1.5 seconds, and the next text waits until
the one before has had that time, even when both stay on the screen. Letters are at least 46 of 720 pixels
high (12 pixels on a phone that is held upright). Nothing to read comes nearer to an edge than a twentieth of
the picture, nor into the lowest sixth, where captions stand.

Times are seconds from the beginning of the film. Everything keeps a beat of 0.6 seconds, and every scene is a
whole number of bars of four beats, so that the silent film has a rhythm.
"""

from __future__ import annotations

from dataclasses import dataclass

BAR = 2.4  # seconds
WORDS_PER_SECOND = 2.5
SHORTEST = 1.5  # seconds that a text stays at least
LINE = 1.14  # from foot to foot, in heights of the letters
PLAIN = "atkinson"


@dataclass(frozen=True, slots=True)
class Scene:
    key: str
    begins: float
    length: float

    @property
    def ends(self) -> float:
        return self.begins + self.length


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of text that come at ``begins`` and are gone at ``ends``.

    ``x`` is where they begin (or their middle), ``y`` the foot of the first line, ``size`` the height of the
    letters; all in pixels of 1280 by 720.
    """

    begins: float
    ends: float
    lines: tuple[str, ...]
    y: float
    size: float
    x: float = 84
    family: str = "bricolage"
    middle: bool = False

    @property
    def count(self) -> int:
        return len(" ".join(self.lines).split())

    def foot(self, number: int) -> float:
        """The foot of a line, counted from 0."""
        return self.y + number * self.size * LINE


def _scenes(*bars: tuple[str, int]) -> dict[str, Scene]:
    found, begins = {}, 0
    for key, length in bars:
        found[key] = Scene(key, round(begins * BAR, 3), round(length * BAR, 3))
        begins += length
    return found


SCENES = _scenes(
    ("door", 2),
    ("street", 4),
    ("exchange", 4),
    ("meeting", 4),
    ("coaching", 4),
    ("gains", 3),
    ("join", 3),
    ("end", 3),
)
LENGTH = 64.8  # seconds

TEXTS = {
    "neighbours": Words(0.7, 3.9, ("Hoe doen ze het", "bij de buren?"), 150, 76),
    "together": Words(5.2, 8.6, ("Zes zorgorganisaties", "en één school", "leiden samen op"), 110, 66),
    "name": Words(8.9, 10.6, ("Dat is MBO-ZIN",), 170, 100),
    "idea": Words(10.9, 13.2, ("De werkplek", "is de leerplek"), 150, 92),
    "pillar-1": Words(14.9, 23.5, ("Uitwisselingsstages",), 108, 46, x=138, family=PLAIN),
    "look": Words(15.5, 18.2, ("Kijk mee bij een", "andere organisatie"), 190, 62),
    "why": Words(18.4, 20.9, ("Vraag: waarom doen", "jullie het zo?"), 190, 62),
    "back": Words(21.1, 23.5, ("Neem een goed idee", "mee terug"), 190, 62),
    "pillar-2": Words(24.5, 33.1, ("Praktijkonderwijs-", "bijeenkomsten"), 108, 46, x=138, family=PLAIN),
    "table": Words(25.3, 28.3, ("Student, collega", "en docent", "aan één tafel"), 268, 58),
    "theory": Words(28.5, 30.4, ("Theorie ontmoet", "praktijk"), 268, 58),
    "tomorrow": Words(30.6, 33.1, ("Morgen probeer je", "iets nieuws uit"), 268, 58),
    "pillar-3": Words(
        34.1, 42.6, ("Deskundigheidsbevordering", "van werkbegeleiders"), 100, 46, x=138, family=PLAIN
    ),
    "training": Words(35.4, 37.6, ("Trainingen waarin", "je leert coachen"), 246, 60),
    "hands": Words(37.8, 39.7, ("Handen op je rug",), 246, 60),
    "wait": Words(39.9, 42.6, ("Stel een vraag", "en wacht"), 246, 60),
    "gains": Words(43.7, 49.7, ("Wat levert het op?",), 150, 64),
    "fresh": Words(45.4, 49.7, ("Een frisse blik",), 268, 52, x=144, family=PLAIN),
    "confidence": Words(46.7, 49.7, ("Meer zelfvertrouwen",), 364, 52, x=144, family=PLAIN),
    "joy": Words(47.9, 49.7, ("Plezier in je werk",), 460, 52, x=144, family=PLAIN),
    "join": Words(50.9, 57.0, ("Doe mee",), 118, 84, x=640, middle=True),
    "follow": Words(51.8, 57.0, ("Volg een", "training"), 214, 50, x=236, family=PLAIN, middle=True),
    "read": Words(53.2, 57.0, ("Lees een", "handreiking"), 214, 50, x=640, family=PLAIN, middle=True),
    "start": Words(54.6, 57.0, ("Start met het", "draaiboek"), 214, 50, x=1044, family=PLAIN, middle=True),
    "site": Words(58.0, 61.0, ("Kijk op de site", "van het netwerk"), 310, 70),
    "brand": Words(61.4, 64.8, ("MBO-ZIN",), 500, 120, x=640, middle=True),
    "motto": Words(62.2, 64.8, ("De werkplek is de leerplek",), 584, 50, x=640, family=PLAIN, middle=True),
}
