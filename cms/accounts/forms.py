"""allauth's forms with the words of the site and without grey examples inside the fields."""

from contextlib import contextmanager

from allauth.account.forms import ConfirmLoginCodeForm, LoginForm, RequestLoginCodeForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, AuthenticateWebAuthnForm, LoginWebAuthnForm
from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


class PlainFieldsMixin:
    """Labels by ``labels``, help by ``helps``; what was right about a field stays."""

    labels: dict = {}
    helps: dict = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.helps.get(name, "")


class EmailForm(PlainFieldsMixin, RequestLoginCodeForm):
    labels = {"email": capfirst(_("e-mail address"))}
    helps = {"email": _("The address that your organisation gave to the network.")}


class CodeForm(PlainFieldsMixin, ConfirmLoginCodeForm):
    labels = {"code": _("Code from the mail")}
    helps = {"code": _("Eight letters. Capitals and the dash do not matter.")}


class PasswordForm(PlainFieldsMixin, LoginForm):
    labels = {"login": capfirst(_("e-mail address")), "password": capfirst(_("password"))}


class SecondStepForm(PlainFieldsMixin, AuthenticateForm):
    labels = {"code": _("Code")}
    helps = {"code": _("From your app, or one of your recovery codes.")}


class AppForm(PlainFieldsMixin, ActivateTOTPForm):
    labels = {"code": _("Code from the app")}
    helps = {"code": _("Six digits, which change every half minute.")}


@contextmanager
def passkey_refused_in_words():
    """Turn what the library raises for a passkey that does not fit, or is none at all, into words."""
    try:
        yield
    except (KeyError, TypeError, AttributeError, ValueError) as failure:
        raise forms.ValidationError(_("This passkey does not work here. Choose another way.")) from failure
    except forms.ValidationError as refusal:
        if refusal.code != "incorrect_code":
            raise
        raise forms.ValidationError(_("This passkey does not work here. Choose another way.")) from refusal


class CheckedPasskeyMixin:
    def clean_credential(self):
        with passkey_refused_in_words():
            return super().clean_credential()


class PasskeyLoginForm(CheckedPasskeyMixin, LoginWebAuthnForm):
    pass


class PasskeySecondStepForm(CheckedPasskeyMixin, AuthenticateWebAuthnForm):
    pass


class PasskeyForm(PlainFieldsMixin, AddWebAuthnForm):
    """A passkey always replaces the password, so the device checks who uses it (finger, face or PIN)."""

    labels = {"name": _("Name of the passkey")}
    helps = {"name": _("So that you know later which device it is on.")}

    passwordless = forms.BooleanField(initial=True, widget=forms.HiddenInput)

    def clean(self):
        with passkey_refused_in_words():
            return super().clean()
