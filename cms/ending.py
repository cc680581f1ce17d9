"""A web worker says that it ends, so that an app can store what it only has in memory."""

from django.dispatch import Signal

worker_ends = Signal()  # after the last request; there are some seconds left
