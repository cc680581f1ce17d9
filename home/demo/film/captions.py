"""The captions: every text of the film and, between square brackets, what is seen. The film is silent."""

from __future__ import annotations

from home.demo.film.script import LENGTH

CUES = [  # begin in seconds, text; each stays until the next one
    (0.0, "[Stille film. Een rode deur]"),
    (1.3, "Hoe doen ze het bij de buren?"),
    (4.9, "Zes zorgorganisaties en één school\nleiden samen op."),
    (8.8, "Dat is MBO-ZIN."),
    (10.9, "De werkplek is de leerplek."),
    (13.3, "[De eerste deur gaat open]"),
    (15.0, "Uitwisselingsstages:\nkijk mee bij een andere organisatie."),
    (18.4, "Vraag: waarom doen jullie het zo?"),
    (21.1, "Neem een goed idee mee terug."),
    (23.6, "[De tweede deur gaat open]"),
    (25.0, "Praktijkonderwijsbijeenkomsten: student,\ncollega en docent aan één tafel."),
    (28.5, "Theorie ontmoet praktijk."),
    (30.6, "Morgen probeer je iets nieuws uit."),
    (33.2, "[De derde deur gaat open]"),
    (34.2, "Deskundigheidsbevordering\nvan werkbegeleiders:"),
    (35.5, "trainingen waarin je leert coachen."),
    (37.9, "Handen op je rug."),
    (39.9, "Stel een vraag en wacht."),
    (42.4, "[De drie bogen schuiven over elkaar]"),
    (43.8, "Wat levert het op?"),
    (45.4, "Een frisse blik."),
    (46.7, "Meer zelfvertrouwen."),
    (47.9, "Plezier in je werk."),
    (49.8, "[Drie deuren gaan open]"),
    (51.0, "Doe mee: volg een training,"),
    (53.2, "lees een handreiking,"),
    (54.6, "start met het draaiboek."),
    (57.2, "[Een telefoon met de site]"),
    (58.2, "Kijk op de site van het netwerk."),
    (61.2, "MBO-ZIN. De werkplek is de leerplek."),
    (63.7, "[Einde]"),
]


def stamp(seconds: float) -> str:
    return f"00:{int(seconds // 60):02}:{seconds % 60:06.3f}"


def web_vtt() -> str:
    """The captions as WebVTT; each one stays until the next begins, the last until the end."""
    ends = [begin for begin, _ in CUES[1:]] + [LENGTH]
    cues = [
        f"{stamp(begin)} --> {stamp(end)}\n{text}\n" for (begin, text), end in zip(CUES, ends, strict=True)
    ]
    return "WEBVTT\n\n" + "\n".join(cues)
