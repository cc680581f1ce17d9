from datetime import UTC, datetime
from uuid import UUID, uuid4

from network.registration.submission_ids import new_submission_id, opened_at


def test_submission_id_tells_when_the_form_was_opened():
    at = datetime(2027, 1, 12, 9, 30, 15, 250_000, tzinfo=UTC)

    number = new_submission_id(at)

    assert opened_at(number) == at
    assert (number.version, number.variant) == (8, "specified in RFC 4122")


def test_submission_ids_differ():
    assert len({new_submission_id() for _number in range(500)}) == 500


def test_number_that_is_not_ours_was_never_opened():
    ours = new_submission_id()

    assert opened_at(uuid4()) is None
    assert opened_at(UUID(int=ours.int ^ (1 << 90))) is None
