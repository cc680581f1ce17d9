"""A clock that somebody set, for the processes of the demonstration site in tests.

The content counts its days from the moment of loading: every date on a page would be another one tomorrow.
Django and Wagtail ask `django.utils.timezone.now` for the time. Settings call this before all else loads.
"""

import os
from datetime import datetime

from django.utils import timezone


def set_clock() -> None:
    """Let this process begin at the moment that ``DEMO_CLOCK`` names; from there its clock runs as usual."""
    real_now = timezone.now
    ahead = datetime.fromisoformat(os.environ["DEMO_CLOCK"]) - real_now()
    timezone.now = lambda: real_now() + ahead
