"""Logging in at /mijn/ by a code in a mail, a passkey or a password, and the second factor.

django-allauth does the work. Here stand its rules for this site (`adapter`), our pages around its views and
the addresses that are open (`urls`); every other route of the library does not exist.
"""
