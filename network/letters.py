"""The letters of the outbox that this app makes."""

from network import messages  # noqa: F401  # importing registers its maker
