"""Our pages around allauth's views: the look of the site, 422 for what is not right, and a limit on tries.

Tries are counted for an account from one address together (`cms.login.too_often`), so nobody can lock the
owner out, who sits elsewhere.
"""

import json

from allauth.account import views as account
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.mixins import NextRedirectMixin
from allauth.account.models import Login
from allauth.mfa.base import views as mfa
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.contrib.auth import logout
from django.contrib.auth.mixins import LoginRequiredMixin
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from cms import limits
from cms.accounts import forms, login_mail
from cms.login import too_often


class AnswerMixin:
    """Says by the status that a form was not accepted."""

    def render_to_response(self, context, **kwargs):
        if getattr(context.get("form"), "errors", None):
            kwargs["status"] = 422
        return super().render_to_response(context, **kwargs)


class LimitedMixin:
    """Counts each POST as a try of ``tries`` for ``account_tried()``."""

    tries = "login"

    def account_tried(self) -> str:
        return ""

    def post(self, request, *args, **kwargs):
        if wait := too_often(request, self.tries, self.account_tried()):
            return limits.too_many_requests(request, wait)
        return super().post(request, *args, **kwargs)


class LoginPage(AnswerMixin, LimitedMixin, account.RequestLoginCodeView):
    """The e-mail address first; an unknown one gets the same answer as fast, and no mail."""

    form_class = forms.EmailForm
    template_name = "cms/accounts/login.html"
    tries = "login-code"

    def account_tried(self):
        return self.request.POST.get("email", "")

    def form_valid(self, form):
        self.request.login_seed = seed = login_mail.new_seed()
        login_mail.queue(form.cleaned_data["email"], seed, after=self.get_next_url() or "")
        return super().form_valid(form)

    def get_context_data(self, **kwargs):
        by_password = self.passthrough_next_url(reverse("account_login_by_password"))
        return {**super().get_context_data(**kwargs), "password_url": by_password}


class CodePage(AnswerMixin, LimitedMixin, account.ConfirmLoginCodeView):
    """The code of the mail, for who reads it on another device than the one that asks."""

    form_class = forms.CodeForm
    template_name = "cms/accounts/code.html"
    tries = "login-code-entered"

    def account_tried(self):
        return self._process.state.get("email", "")


@method_decorator(never_cache, name="dispatch")
class LinkPage(TemplateView):
    """The link of the mail: GET shows one button, and only that logs in, for mail scanners follow links.

    The second factor of who has one is still asked. 404 for a link that is wrong, too old or used. Nobody can
    guess one, so tries are not counted.
    """

    template_name = "cms/accounts/link.html"

    def get(self, request, token):
        found = login_mail.find(token)
        context = {"email": found[0].email if found else ""}
        return self.render_to_response(context, status=200 if found else 404)

    def post(self, request, token):
        found = login_mail.find(token)
        if found is None:
            return self.get(request, token)
        user, after = found
        record_authentication(request, user, method="code", email=user.email)
        return perform_login(request, Login(user=user, redirect_url=after or None, email=user.email))


class PasswordPage(AnswerMixin, LimitedMixin, account.LoginView):
    form_class = forms.PasswordForm
    template_name = "cms/accounts/password.html"

    def account_tried(self):
        return self.request.POST.get("login", "")


class PasskeyLogin(webauthn.LoginWebAuthnView):
    """What the device is asked (GET, as JSON) and its answer (POST); nobody can guess one, so allauth's
    limit by address is enough."""

    form_class = forms.PasskeyLoginForm


class SecondStepPage(AnswerMixin, LimitedMixin, mfa.AuthenticateView):
    """The second factor of who has one, after a code or a password."""

    form_class = forms.SecondStepForm
    webauthn_form_class = forms.PasskeySecondStepForm
    template_name = "cms/accounts/second_step.html"
    tries = "second-factor"

    def account_tried(self):
        return str(self.stage.login.user.pk)

    def get_context_data(self, **kwargs):
        kinds = set(self.stage.login.user.authenticator_set.values_list("type", flat=True))
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "options": json.dumps(context["js_data"]),
            "has_passkey": Authenticator.Type.WEBAUTHN in kinds,
            "has_app": Authenticator.Type.TOTP in kinds,
        }


class LogoutPage(account.LogoutView):
    """Only the button logs out; the address alone shows it."""

    template_name = "cms/accounts/logout.html"


class LogInAgainPage(LoginRequiredMixin, NextRedirectMixin, TemplateView):
    """Before somebody changes how they log in: log out, log in, and go on."""

    template_name = "cms/accounts/log_in_again.html"

    def post(self, request, *args, **kwargs):
        after = self.get_next_url() or reverse("mfa_index")
        logout(request)
        return redirect(f"{reverse('account_login')}?{urlencode({'next': after})}")


class SecurityPage(mfa.IndexView):
    """Passkeys, authenticator app and recovery codes of who is logged in."""

    template_name = "cms/accounts/security.html"


class AddPasskeyPage(AnswerMixin, webauthn.AddWebAuthnView):
    form_class = forms.PasskeyForm
    template_name = "cms/accounts/passkey_add.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return {**context, "options": json.dumps(context["js_data"])}


class RemovePasskeyPage(webauthn.RemoveWebAuthnView):
    template_name = "cms/accounts/passkey_remove.html"
    success_url = reverse_lazy("mfa_index")


class AddAppPage(AnswerMixin, totp.ActivateTOTPView):
    form_class = forms.AppForm
    template_name = "cms/accounts/app_add.html"


class RemoveAppPage(totp.DeactivateTOTPView):
    template_name = "cms/accounts/app_remove.html"


class RecoveryCodesPage(recovery_codes.ViewRecoveryCodesView):
    template_name = "cms/accounts/recovery_codes.html"


class NewRecoveryCodesPage(recovery_codes.GenerateRecoveryCodesView):
    template_name = "cms/accounts/recovery_codes_new.html"
