"""Logging in with an e-mail address, and asking for a new password: limited, without locking anybody out.

Failed tries are counted for an account from one address together, so a stranger who guesses cannot keep the
owner out, who sits elsewhere. Source: INTERFACE, `LIMIT_LOGIN`.
"""

from django.conf import settings
from wagtail.admin.views.account import LoginView, PasswordResetView

from cms import limits
from cms.forms import SiteLoginForm

EVERY_ACCOUNT_FACTOR = 5  # an office behind one address may try this many times more, over all accounts


def too_often(request, name: str, account: str) -> int | None:
    """Count a try for ``account`` by this visitor; the seconds to wait when there were too many."""
    number, _slash, length = settings.LIMIT_LOGIN.partition("/")
    everywhere = f"{int(number) * EVERY_ACCOUNT_FACTOR}/{length}"
    key = f"{limits.who(request)} {account.strip().lower()[:254]}"
    return limits.allow(request, name, settings.LIMIT_LOGIN, key=key) or limits.allow(
        request, f"{name}-any", everywhere
    )


class SiteLoginView(LoginView):
    def get_form_class(self):
        return SiteLoginForm

    def post(self, request, *args, **kwargs):
        if wait := too_often(request, "login", request.POST.get("username", "")):
            return limits.too_many_requests(request, wait)
        return super().post(request, *args, **kwargs)


class SitePasswordResetView(PasswordResetView):
    def post(self, request, *args, **kwargs):
        if wait := too_often(request, "password-reset", request.POST.get("email", "")):
            return limits.too_many_requests(request, wait)
        return super().post(request, *args, **kwargs)
