"""What the site is meant to look like: the kept pictures, how they are compared and renewed.

``make accept-screenshots`` (``python -m tests.browser.looks``) keeps how the site looks now.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from tests.browser.demonstration import demonstration
from tests.browser.pictures import (
    DESKTOP_LIGHT,
    PHONE_DARK,
    PHONE_LIGHT,
    Comparison,
    View,
    compare,
    file_name,
    photograph,
    save,
    shrink,
)
from tests.browser.samples import PANELS, SAMPLES, Sample
from tests.databases import ROOT

KEPT = ROOT / "tests" / "browser" / "baseline"
CHANGED = ROOT / "screenshots" / "changed"
LIMIT = 4_000_000  # bytes of all kept pictures together: they stay in the history of the repository

# Other states of a page that is kept already. What was typed in has an answer with a number that chance gave.
LIKE_OTHERS = {
    *(
        "/trainingen/vragen-stellen-online/aanmelden/",
        "/trainingen/coachvaardigheden-online-reeks/aanmelden/",
    ),
    *("/aanmelding/kwijt/?verzonden=1", "/mijn/inloggen/wachtwoord/"),
}
SENT_LIKE_OTHERS = {"?personen=3", "/kwijt/", "/begeleiden-in-de-nachtzorg/"}
LOOKED_AT = [
    sample
    for sample in [*SAMPLES, *PANELS]
    if not sample.typed
    and sample.path not in LIKE_OTHERS
    and not (sample.sent and sample.path.endswith(tuple(SENT_LIKE_OTHERS)))
]
# A wide window repeats much of a phone, so one page of each lay-out; the dark scheme changes tokens only.
WIDE_PATHS = {
    *("/", "/contact/", "/bestaat-niet/", "/themas/", "/organisaties/", "/organisaties/het-laar/"),
    *("/trainingen/", "/trainingen/?weergave=maand", "/trainingen/coachend-begeleiden-basis/"),
    *("/nieuws/", "/nieuws/studenten-presenteren-verbetervoorstellen/", "/animaties/kijk-eens-bij-de-buren/"),
    *("/interviews/anke-leerde-zwijgen/", "/handreikingen/uitwisselingsstage-uitvoeren/"),
    *("/zoeken/?q=student", "/over/resultaten/"),
}
WIDE = [sample for sample in SAMPLES if sample.path in WIDE_PATHS and not sample.sent]
DARK_PATHS = {"/", "/over/resultaten/", "/trainingen/?weergave=maand", "/organisaties/", "/bestaat-niet/"}
DARK = [sample for sample in SAMPLES if sample.path in DARK_PATHS]
PICTURED = {PHONE_LIGHT: LOOKED_AT, DESKTOP_LIGHT: WIDE, PHONE_DARK: DARK}


@dataclass(frozen=True)
class Look:
    """A page as it looks now beside the kept picture; ``comparison`` is None when there is none yet."""

    name: str
    picture: Image.Image
    comparison: Comparison | None

    @property
    def is_kept(self) -> bool:
        return self.comparison is not None and self.comparison.is_same

    def report(self, folder: Path = CHANGED) -> str:
        """One line for the reader, and in ``folder`` the pictures that it names."""
        folder = folder / self.name
        if self.comparison is None:
            folder.mkdir(parents=True, exist_ok=True)
            self.picture.save(folder / "after.png")
            return f"{self.name}: new, see {folder / 'after.png'}"
        self.comparison.write(folder)
        return f"{self.name}: {self.comparison}, see {folder / 'difference.png'}"


def views_of(sample: Sample) -> list[View]:
    return [view for view, samples in PICTURED.items() if sample in samples]


def looks(browser, address: str, samples: list[Sample]) -> Iterator[Look]:
    """Photograph the samples and compare each picture with the kept one.

    What differs is photographed once more: on a busy machine a browser may leave out a part of a long page.
    """
    for sample in samples:
        for view, png in photograph(browser, address, sample, views_of(sample)).items():
            look = look_at(sample, view, png)
            if look.comparison and not look.is_kept:
                look = look_at(sample, view, photograph(browser, address, sample, [view])[view])
            yield look


def look_at(sample: Sample, view: View, png: bytes) -> Look:
    name, picture = file_name(sample, view), shrink(png)
    path = KEPT / f"{name}.webp"
    comparison = compare(Image.open(path).convert("RGB"), picture) if path.exists() else None
    return Look(name, picture, comparison)


def expected() -> set[str]:
    """The names of all pictures that belong in the folder."""
    return {file_name(sample, view) for view, samples in PICTURED.items() for sample in samples}


def accept() -> None:
    """Keep how the site looks now; say what that changes, and leave before and after to look at."""
    shutil.rmtree(CHANGED, ignore_errors=True)
    unchanged = 0
    with demonstration() as (browser, address):
        for look in looks(browser, address, LOOKED_AT):
            if look.is_kept:
                unchanged += 1
                continue
            print("accepted", look.report(), flush=True)
            save(look.picture, KEPT / f"{look.name}.webp")
    for path in sorted(KEPT.glob("*.webp")):
        if path.stem not in expected():
            path.unlink()
            print(f"removed {path.stem}: no page has this name any more")
    weight = sum(path.stat().st_size for path in KEPT.glob("*.webp"))
    print(f"{unchanged} pictures are as they were; all together {weight / 1000:.0f} kB")


if __name__ == "__main__":
    accept()
