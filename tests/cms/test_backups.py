"""Backups: made while people register, refused when damaged, put back elsewhere with nothing lost."""

import asyncio
import json
import re
import shutil
import threading
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

import pytest

from cms.backups.errors import BackupError
from cms.backups.restoring import restore
from cms.models import OutgoingMail
from tests import databases
from tests.rush import rush
from tests.rush.site import Site

pytestmark = [pytest.mark.database, pytest.mark.slow, pytest.mark.xdist_group("backups")]
PEOPLE = 40


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("backups")


@contextmanager
def new_site(folder: Path, name: str):
    """A site with a database and a data folder of its own."""
    (folder / name).mkdir()
    with databases.own_copy(folder / name) as url:
        yield Site(folder / name / "data", url)


@pytest.fixture(scope="module")
def traffic(folder):
    """A site of which a backup was made in the middle of a rush, and what is known of it."""
    with new_site(folder, "old") as site:
        site.seed({rush.TRAINING: 10})
        media = site.folder / "media" / "posters"
        media.mkdir(parents=True)
        (media / "wegwijzer.pdf").write_bytes(b"%PDF-1.7 een wegwijzer")
        held: list[rush.Rush] = []

        def visitors():
            held.append(asyncio.run(rush.storm(site.address, PEOPLE, lambda title: [])))

        with site:
            crowd = threading.Thread(target=visitors)
            crowd.start()
            while not site.mails():  # people are being registered now
                time.sleep(0.1)
            began = time.monotonic()
            site.manage("backup", "--to", str(folder / "backup"))
            crowd.join()
            while any(mail["state"] == "queued" for mail in site.truth()["mails"]):
                time.sleep(0.5)
        yield site, held[0], began


def test_what_was_acknowledged_before_the_backup_is_in_it_and_no_mail_goes_twice(folder, traffic):
    old, held, began = traffic
    before = [one for one in held.records if one.outcome == "acknowledged" and one.acknowledged_at < began]

    with new_site(folder, "new") as new:
        new.manage("restore", "--from", str(folder / "backup"))
        new.manage("send_mail", "--once")
        truth = new.truth()
        wrong = new.invariants()
    there = {row["reference"] for row in truth["registrations"]}

    assert before
    assert {place.reference for one in before for place in one.places} - there == set()
    assert wrong == []
    assert {mail["state"] for mail in truth["mails"]} == {"sent"}
    sent = Counter(mail.message_id for mail in [*old.mails(), *new.mails()])
    assert [message_id for message_id, times in sent.items() if times > 1] == []
    assert (new.folder / "media" / "posters" / "wegwijzer.pdf").read_bytes() == b"%PDF-1.7 een wegwijzer"


def flip_a_byte(backup: Path) -> str:
    path = next(backup.glob("database.*"))
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    return f"The backup is damaged: {path.name} is not as it was."


def cut_a_file(backup: Path) -> str:
    path = backup / "media" / "posters" / "wegwijzer.pdf"
    path.write_bytes(path.read_bytes()[:-1])
    return "The backup is damaged: media/posters/wegwijzer.pdf is not as it was."


def lose_a_file(backup: Path) -> str:
    (backup / "media" / "posters" / "wegwijzer.pdf").unlink()
    return "posters/wegwijzer.pdf cannot be read"


def never_finish(backup: Path) -> str:
    (backup / "manifest.json").unlink()
    return "holds no finished backup"


def rewrite(backup: Path, **changes) -> None:
    path = backup / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))


def come_from_the_future(backup: Path) -> str:
    rewrite(backup, migrations=["cms.0999_flying_cars"])
    return "of a newer version of the site: it knows cms.0999_flying_cars."


def be_of_another_database(backup: Path) -> str:
    rewrite(backup, vendor="oracle")
    return "The backup is of oracle"


def reach_outside(backup: Path) -> str:
    (backup.parent / "outside.txt").write_text("")
    found = json.loads((backup / "manifest.json").read_text())
    rewrite(backup, files=found["files"] | {"../outside.txt": [0, "e3b0c442"]})
    return "The backup names a file outside of its folder: ../outside.txt"


@pytest.mark.parametrize(
    "harm",
    [
        *(flip_a_byte, cut_a_file, lose_a_file, never_finish),
        *(come_from_the_future, be_of_another_database, reach_outside),
    ],
)
def test_bad_backup_is_refused_before_anything_is_touched(db, folder, traffic, tmp_path, settings, harm):
    OutgoingMail.objects.create(kind="own", recipient="fenna@example.org")
    shutil.copytree(folder / "backup", tmp_path / "backup")
    expected = harm(tmp_path / "backup")

    with pytest.raises(BackupError, match=re.escape(expected)):
        restore(tmp_path / "backup")

    assert list(OutgoingMail.objects.values_list("kind", flat=True)) == ["own"]
    assert not Path(settings.MEDIA_ROOT).exists()


def test_backup_does_not_go_into_a_folder_with_something_in_it(traffic, folder):
    site, _held, _began = traffic
    before = sorted(path.name for path in (folder / "backup").iterdir())

    done = site.manage("backup", "--to", str(folder / "backup"), check=False)

    assert done.returncode == 1
    assert "is not empty. Give each backup a folder of its own." in done.stderr
    assert sorted(path.name for path in (folder / "backup").iterdir()) == before


def test_person_who_was_erased_since_the_backup_does_not_come_back(folder, traffic):
    old, held, began = traffic
    early = [one for one in held.records if one.outcome == "acknowledged" and one.acknowledged_at < began]
    email = early[0].party.people[0].email

    with new_site(folder, "erased") as new:
        old.manage("privacy_erase", "--email", email)
        shutil.copyfile(old.folder / "erased.log", new.folder / "erased.log")
        done = new.manage("restore", "--from", str(folder / "backup"))
        found = new.manage("privacy_export", "--email", email).stdout

    assert "erased again: 1." in done.stdout
    assert json.loads(found) == {}
    assert email not in (old.folder / "erased.log").read_text()


def test_held_mails_are_shown_as_failed_and_not_sent(folder, tmp_path):
    with new_site(tmp_path, "old") as old, new_site(tmp_path, "new") as new:
        old.seed({"quiet": 3})
        queue = (
            "from cms.models import OutgoingMail as O; O.objects.create(kind='x', recipient='a@example.org')"
        )
        old.manage("shell", "--command", queue)
        old.manage("backup", "--to", str(tmp_path / "backup"))
        done = new.manage("restore", "--hold-mail", "--from", str(tmp_path / "backup"))
        new.manage("send_mail", "--once")
        states = [mail["state"] for mail in new.truth()["mails"]]

    assert "held: 1." in done.stdout
    assert states == ["dead"]
    assert new.mails() == []
