"""One connection to the mail server for many mails, and what went wrong in words that name no address."""

import re
import smtplib
from contextlib import suppress

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.smtp import EmailBackend
from django.utils.module_loading import import_string

LONGEST_REASON = 500  # characters
ADDRESS = re.compile(r"[^\s<>\"'(),;:]+(?:@|%40)[^\s<>\"'(),;:]+", re.IGNORECASE)
GOES_AWAY = 421  # RFC 5321: the server ends the connection, whatever was asked


class ServerAway(Exception):
    """The mail server takes no connection, so this is no fault of any mail."""


class ConnectionLost(Exception):
    """The connection ended or hung while a mail was handed over: the fault of the mail or of the server."""


class Postman:
    """Hands over mails on one connection, opened with the first mail and renewed when the server closed it.

    Without a mail server (EMAIL_URL is empty) each mail is handed to the backend of the settings.
    """

    def __init__(self):
        self.connection = None
        self.is_smtp = issubclass(import_string(settings.EMAIL_BACKEND), EmailBackend)

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        if self.connection:
            with suppress(OSError):  # everything has been handed over: a rude goodbye changes nothing
                self.connection.close()
            self._drop()

    def hand_over(self, message: EmailMessage) -> None:
        """Return when the server has taken the mail.

        Raises ServerAway, ConnectionLost, or what smtplib or Django raise about this one mail.
        """
        message.connection = self._ready() if self.is_smtp else get_connection()
        try:
            message.send()
        except OSError as error:  # those of smtplib are of this kind too
            if not is_answer(error):
                self._drop()
                raise ConnectionLost(reason(error)) from error
            raise

    def _ready(self) -> EmailBackend:
        if self.connection and not self._answers():
            self._drop()
        if not self.connection:
            self.connection = get_connection()
            try:
                self.connection.open()
                self.connection.connection.ehlo_or_helo_if_needed()
            except OSError as error:
                self._drop()
                raise ServerAway(reason(error)) from error
        return self.connection

    def _answers(self) -> bool:
        """Whether the server still listens; asked before each mail, so that no mail is blamed for it."""
        try:
            return self.connection.connection.noop()[0] == 250
        except OSError:
            return False

    def _drop(self) -> None:
        """Close without a word; Django's own ``close`` would wait for an answer."""
        if self.connection:
            for half in (self.connection.connection, self.connection._partial_connection):
                if half:
                    half.close()
            self.connection.connection = self.connection._partial_connection = None
        self.connection = None


def is_answer(error: OSError) -> bool:
    """Whether the server itself refused this mail, and goes on listening."""
    if isinstance(error, smtplib.SMTPServerDisconnected):
        return False
    return isinstance(error, smtplib.SMTPException) and reply_of(error)[0] != GOES_AWAY


def reply_of(error: Exception) -> tuple[int, str]:
    """Code and text of the server's answer; (0, "") when there was none."""
    code, text = 0, b""
    if isinstance(error, smtplib.SMTPRecipientsRefused) and error.recipients:
        code, text = next(iter(error.recipients.values()))
    elif isinstance(error, smtplib.SMTPResponseException):
        code, text = error.smtp_code, error.smtp_error
    return code, text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text)


def reason(error: Exception) -> str:
    """One line: the server's answer without addresses, else only the kind of error.

    The words of another error may quote what is in the mail, so they are left out.
    """
    code, text = reply_of(error)
    if not code:
        return type(error).__name__
    words = re.sub(r"[\x00-\x1f\x7f]", " ", f"{code} {text}").split()
    return ADDRESS.sub("…", " ".join(words))[:LONGEST_REASON]
