from django.core.mail import EmailMultiAlternatives, get_connection

from tests.rush.mails import END, delivered
from tests.rush.records import Mail


def send(folder, *, calendar):
    mail = EmailMultiAlternatives(
        "Je aanmelding",
        "Beste Sanne",
        "site@example.org",
        ["sanne@example.org"],
        headers={"Message-ID": "<1@example.org>", "X-ZIN-Kind": "confirmed", "X-ZIN-Reference": "r1"},
    )
    if calendar:
        mail.attach("training.ics", "BEGIN:VCALENDAR", "text/calendar")
    with get_connection("django.core.mail.backends.filebased.EmailBackend", file_path=folder) as connection:
        connection.send_messages([mail])


def test_delivered_reads_the_marks_of_every_mail(tmp_path):
    send(tmp_path, calendar=True)
    send(tmp_path, calendar=False)

    assert sorted(delivered(tmp_path), key=lambda mail: mail.has_calendar) == [
        Mail("<1@example.org>", "confirmed", "r1", "sanne@example.org", calendar)
        for calendar in (False, True)
    ]


def test_delivered_leaves_out_what_was_half_written(tmp_path):
    send(tmp_path, calendar=True)
    [path] = tmp_path.iterdir()
    assert len(delivered(tmp_path)) == 1

    path.write_bytes(path.read_bytes()[: -len(END) // 2])

    assert delivered(tmp_path) == []


def test_delivered_without_a_folder_is_nothing(tmp_path):
    assert delivered(tmp_path / "mail") == []
