"""The letters of the foundation, found by `cms.letter`; the apps have theirs in modules of this name."""

from cms.accounts.login_mail import login_letter

__all__ = ["login_letter"]
