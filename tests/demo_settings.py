"""Settings of the demonstration site in tests: those of the tests, with a clock that was set."""

from cms.settings.test import *  # noqa: F403
from tests.clock import set_clock

set_clock()
