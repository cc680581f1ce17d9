"""Logging in, asking for a new password, and giving the password of a page: limited, locking nobody out.

Failed tries are counted for an account from one address together, so a stranger who guesses cannot keep the
owner out, who sits elsewhere. Source: README, "Settings", `LIMIT_LOGIN`.
"""

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import views as auth_views
from wagtail import views as wagtail_views
from wagtail.admin.views.account import LoginView, PasswordResetView
from wagtail.documents.views import serve as document_views

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


class SecondFactorMixin:
    """After the right password: who set up a second factor at /mijn/beveiliging/ is asked for it here too."""

    def form_valid(self, form):
        user = form.get_user()
        if not is_mfa_enabled(user, [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]):
            return super().form_valid(form)
        login = Login(user=user, redirect_url=self.get_success_url())
        return perform_password_login(self.request, {"email": user.email}, login)


class SiteLoginView(SecondFactorMixin, LoginView):
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


class VisitorLoginView(SecondFactorMixin, auth_views.LoginView):
    """The login before a page that only people with an account may read, in the look of the site."""

    template_name = "cms/visitor_login.html"

    def post(self, request, *args, **kwargs):
        if wait := too_often(request, "login", request.POST.get("username", "")):
            return limits.too_many_requests(request, wait)
        return super().post(request, *args, **kwargs)


def page_password(request, page_view_restriction_id: int, page_id: int):
    """Take the password of a page or section; Wagtail's own view counts no tries."""
    if request.method == "POST" and (wait := too_often(request, "page", str(page_view_restriction_id))):
        return limits.too_many_requests(request, wait)
    return wagtail_views.authenticate_with_password(request, page_view_restriction_id, page_id)


def document_password(request, restriction_id: int):
    """Take the password of a collection of documents; Wagtail's own view counts no tries."""
    if request.method == "POST" and (wait := too_often(request, "document", str(restriction_id))):
        return limits.too_many_requests(request, wait)
    return document_views.authenticate_with_password(request, restriction_id)
