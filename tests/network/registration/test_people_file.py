import pytest

from network.registration.people import Participant
from network.registration.people_file import PeopleFileError, decode, read_people

ORGANISATIONS = {"het laar": 7}


def people(text, **options):
    return [row.person for row in read_people(text, ORGANISATIONS, **options)]


def errors(text):
    return {row.number: row.errors for row in read_people(text, ORGANISATIONS) if row.errors}


NOOR = Participant(name="Noor", email="noor@example.org", organisation=7, role="docent", remarks="Later")


@pytest.mark.parametrize(
    "text",
    [
        "Naam;E-mail;Organisatie;Functie;Opmerking\nNoor;noor@example.org;Het Laar;docent;Later",
        "naam,e-mail,organisatie,functie,opmerking\r\nNoor,Noor@Example.org,het laar,docent,Later\r\n",
        "functie\tnaam\te-mailadres\topmerking\torganisatie\ndocent\tNoor\tnoor@example.org\tLater\tHet Laar",
        "Noor;noor@example.org;Het Laar;docent;Later",
        '\ufeffnaam;e-mail;organisatie;functie;opmerking\n\n"Noor";noor@example.org;"Het  Laar"'
        ";docent;Later\n;;",
    ],
)
def test_people_are_read_in_every_form_of_a_list(text):
    assert people(text) == [NOOR]


def test_unknown_organisation_is_another_one():
    [person] = people("Bilal;bilal@example.org;Zorghuis De Wei")

    assert (person.organisation, person.organisation_name) == (None, "Zorghuis De Wei")


def test_everybody_is_of_the_organisation_of_who_sends_them():
    [person] = people("naam;e-mail\nBilal;bilal@example.org", everybody_of=3)

    assert (person.organisation, person.organisation_name) == (3, "")


def test_what_looks_like_a_formula_or_a_number_stays_text():
    [person] = people('Noor;noor@example.org;=1+1;0612;"=HYPERLINK(1)"')

    assert (person.organisation_name, person.role, person.remarks) == ("=1+1", "0612", "=HYPERLINK(1)")


def test_invisible_signs_are_left_out():
    [person] = people("No\u200bor\u0007;noor@example.org;Het Laar")

    assert person.name == "Noor"


def test_rows_say_what_is_wrong_with_them():
    text = (
        "naam;e-mail;organisatie\n"
        ";noor@example.org;Het Laar\n"
        "Bilal;geen adres;Het Laar\n"
        "Fenna;NOOR@example.org;Het Laar\n"
        "Gerrit;;\n"
        f"{'x' * 121};lang@example.org;Het Laar\n"
        "Goed;goed@example.org;Het Laar\n"
    )

    assert errors(text) == {
        2: ["De naam ontbreekt."],
        3: ["Dit is geen e-mailadres."],
        4: ["Dit e-mailadres staat ook in rij 2."],
        5: ["De organisatie ontbreekt.", "Het e-mailadres ontbreekt."],
        6: ["Iets in deze rij is te lang."],
    }


def test_wrong_row_has_no_person():
    [row] = read_people("Bilal;geen adres;Het Laar", ORGANISATIONS)

    assert row.person is None


@pytest.mark.parametrize("text", ["", " \n;;\n", "naam;e-mail"])
def test_empty_list_is_refused(text):
    with pytest.raises(PeopleFileError):
        read_people(text, ORGANISATIONS)


def test_two_hundred_people_are_the_most():
    rows = [f"Iemand {n};iemand{n}@example.org;Het Laar" for n in range(201)]

    assert len(read_people("\n".join(rows[:200]), ORGANISATIONS)) == 200
    with pytest.raises(PeopleFileError):
        read_people("\n".join(rows), ORGANISATIONS)


def test_files_of_excel_and_of_others_are_decoded():
    assert decode("Zoë".encode()) == "Zoë"
    assert decode("Zoë".encode("cp1252")) == "Zoë"
    assert decode("Zoë".encode("utf-8-sig")) == "Zoë"


@pytest.mark.parametrize("content", [b"PK\x03\x04...", b"a\0b", b"x" * 500_001])
def test_other_files_are_refused(content):
    with pytest.raises(PeopleFileError):
        decode(content)
