"""What somebody fills in about a participant, and the reference that names the registration afterwards."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

from django.utils.crypto import salted_hmac

# Digits and letters that nobody mixes up when reading them aloud: no 0 and O, no 1, I and L.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
REFERENCE_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Participant:
    """One person of a form. ``email`` in lower case; either ``organisation`` (a key) or its typed name."""

    name: str
    email: str
    organisation: int | None = None
    organisation_name: str = ""
    role: str = ""
    remarks: str = ""
    access_needs: str = ""
    dietary_needs: str = ""

    def fields(self) -> dict:
        """The values by their column."""
        values = asdict(self)
        values["organisation_id"] = values.pop("organisation")
        values["organisation_mark"] = "" if self.organisation else organisation_mark(self.organisation_name)
        return values


def organisation_mark(typed: str) -> str:
    """What stands for a typed name of an organisation in counts, also after the name is erased (rule 10).

    A keyed hash (SECRET_KEY), so that nobody without the key can try names; capitals and spaces do not
    matter. Empty for an empty name. After another key the same name gets another mark.
    """
    name = " ".join(typed.split()).casefold()
    return salted_hmac("network.organisation", name, algorithm="sha256").hexdigest() if name else ""


def new_reference() -> str:
    """Eight signs in two groups, as in ``K7QM-2WXD``: to say on the phone; it opens nothing."""
    signs = "".join(secrets.choice(ALPHABET) for _number in range(REFERENCE_LENGTH))
    return f"{signs[:4]}-{signs[4:]}"


def fingerprint(submission_id: UUID, people: Sequence[Participant], together: str) -> str:
    """A hash of what was sent; salted with the id of the form, so that two forms cannot be compared."""
    sent = json.dumps([asdict(person) for person in people] + [together], sort_keys=True)
    return hashlib.sha256(f"{submission_id}{sent}".encode()).hexdigest()
