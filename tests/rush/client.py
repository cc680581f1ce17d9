"""A visitor who walks the whole form: opens it, reads, fills it in, sends it, and looks at the result page.

The site's marks are those of the README, "Marks". A request that got no answer is sent again, as a browser's
user would do, with the same submission id; so is one that was put off with 429 or 503.
"""

from __future__ import annotations

import asyncio
import re
import time
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlencode, urlsplit

from tests.rush.connections import LostConnection, Pool, Response
from tests.rush.records import Answer, Exchange, Party, Place, Record, Traffic

READING_SECONDS = 2.1  # the form refuses who sends it within 2 seconds
GIVE_UP_SECONDS = 120  # without an answer for so long, the outcome is unknown
PAUSE_SECONDS = 0.05  # before a request is sent again after a lost connection
LONGEST_PAUSE_SECONDS = 5  # whatever Retry-After says: the visitors are impatient
PUT_OFF = (429, 503)
FORM = re.compile(r'<form\b[^>]*\bmethod="post".*?</form>', re.DOTALL | re.IGNORECASE)
HIDDEN = re.compile(r'<input\b[^>]*\btype="hidden"[^>]*>')
SELECT = re.compile(r'<select\b[^>]*\bname="([^"]+)".*?</select>', re.DOTALL)
OPTION = re.compile(r'<option\b[^>]*\bvalue="([^"]+)"')
PERSON = re.compile(r"<[a-z]+\b[^>]*\bdata-registration\b[^>]*>")
ERROR = re.compile(r'\bdata-error="([^"]*)"')
WANTED = {"organisation": "org-a", "role": "werkbegeleider"}  # where the form offers no list


class UnexpectedAnswer(Exception):
    """The site answered, but not with what the README promises ("Marks")."""


@dataclass(frozen=True)
class Form:
    """A form that was opened: where it goes and what a browser would send with it."""

    path: str
    hidden: dict[str, str]
    choices: dict[str, str]  # the first real choice of each list

    @classmethod
    def read(cls, path: str, page: str) -> Form:
        found = FORM.search(page)
        if found is None or "submission_id" not in found[0]:
            raise UnexpectedAnswer(f"{path} shows no form with a submission id")
        hidden = [tag for tag in HIDDEN.findall(found[0]) if attribute(tag, "name")]
        choices = {select[1]: OPTION.search(select[0]) for select in SELECT.finditer(found[0])}
        return cls(
            path,
            {attribute(tag, "name"): attribute(tag, "value") for tag in hidden},
            {name: unescape(option[1]) for name, option in choices.items() if option},
        )

    def filled_in(self, party: Party) -> bytes:
        """The body that registers ``party``."""
        data = {**self.hidden, "remarks": ""}
        if party.mode:
            data["group"] = party.mode
            for number, person in enumerate(party.people):
                data |= self._person(f"people-{number}-", person.name, person.email)
            data |= {name: self._choice(name) for name in WANTED}
        else:
            data |= self._person("", party.people[0].name, party.people[0].email)
        return urlencode(data).encode()

    def _person(self, prefix: str, name: str, email: str) -> dict[str, str]:
        about = {prefix + field: self._choice(prefix + field) for field in WANTED}
        return {prefix + "name": name, prefix + "email": email, **about}

    def _choice(self, field: str) -> str:
        return self.choices.get(field, WANTED[field.rpartition("-")[2]])


def attribute(tag: str, name: str) -> str:
    found = re.search(rf'\s{name}="([^"]*)"', tag)
    return unescape(found[1]) if found else ""


def places_on(page: str) -> tuple[Place, ...]:
    """The people of a result page, in its order."""
    tags = PERSON.findall(page)
    return tuple(
        Place(
            attribute(tag, "data-reference"),
            attribute(tag, "data-status"),
            int(attribute(tag, "data-position")) if attribute(tag, "data-position") else None,
        )
        for tag in tags
    )


class Visitors:
    """Many visitors who share the connections of ``pool``. ``traffic`` collects what they sent."""

    def __init__(self, pool: Pool, *, reading: float = READING_SECONDS, give_up: float = GIVE_UP_SECONDS):
        self.pool, self.reading, self.give_up = pool, reading, give_up
        self.traffic = Traffic()
        self.sending = asyncio.Event()  # set when the first form is sent

    async def register(self, party: Party) -> Record:
        """Walk the form for ``party``. Raises UnexpectedAnswer when there is no form to fill in."""
        form = await self.open_form(party)
        await asyncio.sleep(self.reading)
        answers = await asyncio.gather(*(self.send(form, party) for _ in range(party.sends)))
        return Record(party, form.hidden["submission_id"], tuple(answers))

    async def open_form(self, party: Party) -> Form:
        path = f"/trainingen/{party.training}/aanmelden/"
        asked = f"{path}?personen={len(party.people)}" if party.mode else path
        exchange, response = await self.ask("form", "GET", asked)
        if response is None or exchange.status != 200:
            raise UnexpectedAnswer(f"GET {asked}: {response.status if response else 'no answer'}")
        return Form.read(asked, response.text)

    async def send(self, form: Form, party: Party) -> Answer:
        """Send the form until it is answered, and read the result page."""
        self.sending.set()
        exchange, response = await self.ask("send", "POST", form.path, form.filled_in(party))
        if response is None:
            return Answer("unknown", exchange.started, exchange.ended, error="no answer")
        if response.status != 303:
            error = ERROR.search(response.text)
            outcome = "refused" if error and response.status < 500 else "unknown"
            words = error[1] if error else f"status {response.status}"
            return Answer(outcome, exchange.started, exchange.ended, error=words)
        address = urlsplit(response.headers["location"])
        _exchange, page = await self.ask("result", "GET", f"{address.path}?{address.query}".rstrip("?"))
        shown = places_on(page.text) if page and page.status == 200 else ()
        return Answer("acknowledged", exchange.started, exchange.ended, shown)

    async def ask(
        self, kind: str, method: str, path: str, body: bytes = b""
    ) -> tuple[Exchange, Response | None]:
        """Send a request until it is answered; None for the answer after ``give_up`` seconds.

        The exchange starts with the first try; `traffic` has the try that was answered.
        """
        request = self._request(method, path, body)
        first = None
        deadline = time.monotonic() + self.give_up
        while time.monotonic() < deadline:
            try:
                async with self.pool.connection() as connection:
                    started = time.monotonic()
                    first = started if first is None else first
                    response = await connection.exchange(request)
            except LostConnection:
                self.traffic.lost += 1
                await asyncio.sleep(PAUSE_SECONDS)
                continue
            ended = time.monotonic()
            if response.status not in PUT_OFF:
                self.traffic.exchanges.append(Exchange(kind, started, ended, response.status))
                return Exchange(kind, first, ended, response.status), response
            self.traffic.put_off += 1
            await asyncio.sleep(min(float(response.headers.get("retry-after", 1)), LONGEST_PAUSE_SECONDS))
        return Exchange(kind, first or deadline, time.monotonic(), 0), None

    def _request(self, method: str, path: str, body: bytes) -> bytes:
        lines = [
            f"{method} {path} HTTP/1.1",
            f"Host: {self.pool.host}:{self.pool.port}",
            "Accept-Encoding: gzip",
        ]
        if method == "POST":
            lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
            lines += [f"Origin: http://{self.pool.host}:{self.pool.port}", "Sec-Fetch-Site: same-origin"]
        return "\r\n".join([*lines, "", ""]).encode() + body
