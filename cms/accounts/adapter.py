"""How django-allauth behaves here: no sign-up, our mails, our words, our limits."""

from __future__ import annotations

import time

import qrcode
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from qrcode.image.svg import SvgPathFillImage

from cms.accounts import login_mail
from cms.limits import client_address

DESK = "/mijn/"
RECENT_SECONDS = 15 * 60  # so long after logging in may somebody change how they log in
WRONG_CODE = _("This code is not right. Look again, or ask for a new one.")


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("The e-mail address or the password is not right."),
        "incorrect_code": WRONG_CODE,
        "too_many_login_attempts": _("That was wrong too often. Ask for a new code, or try again later."),
        "rate_limited": _("That was too often. Wait a moment and try again."),
    }

    def is_open_for_signup(self, request) -> bool:
        return False

    def get_login_redirect_url(self, request) -> str:
        return DESK

    def get_client_ip(self, request) -> str:
        return client_address(request)

    def respond_user_inactive(self, request, user):
        """Somebody whose account was closed gets no more than a stranger."""
        return redirect("account_login")

    def pre_authenticate(self, request, **credentials) -> None:
        """Count nothing: allauth counts for an account alone, and so a stranger could lock its owner out.

        `cms.accounts.views` counts for account and address together.
        """

    def login(self, request, user) -> None:
        super().login(request, user)
        request.session.set_expiry(settings.ACCOUNT_SESSION_COOKIE_AGE)

    def add_message(
        self, request, level, message_template=None, message_context=None, extra_tags="", message=None
    ):
        """Keep what went wrong; what went well can be seen on the next page."""
        if message:
            super().add_message(request, level, message=message, extra_tags=extra_tags)

    def generate_login_code(self) -> str:
        """The code of the seed that the page "account_login" drew and queued the mail with."""
        return login_mail.code_of(self.request.login_seed)

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Send nothing: the one mail of the accounts is queued by the page, for every address alike."""

    def is_reauthentication_required(self, *, app: str, **kwargs) -> bool:
        """Whether logging in was longer ago than ``RECENT_SECONDS``."""
        records = get_authentication_records(self.request, self.request.user)
        return not records or time.time() - records[-1]["at"] > RECENT_SECONDS

    def get_reauthentication_methods(self, user) -> list[dict]:
        """One way to show again who you are: log in once more, in any way."""
        if not user.is_authenticated:
            return []
        url = reverse("account_reauthenticate")
        return [{"id": "log_in_again", "description": _("Log in again"), "url": url}]


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = {**DefaultMFAAdapter.error_messages, "incorrect_code": WRONG_CODE}

    def _get_site_name(self) -> str:
        return settings.WAGTAIL_SITE_NAME

    def build_totp_svg(self, url: str) -> str:
        """The QR code on a white ground, so that it can be scanned from a dark page too."""
        image = qrcode.make(url, image_factory=SvgPathFillImage)
        return image.to_string(encoding="unicode")

    def generate_authenticator_name(self, user, type) -> str:
        return str(_("My passkey"))
