"""Settings of the site that Lighthouse looks at: those of production, with a clock that was set."""

from cms.settings.production import *  # noqa: F403
from tests.clock import set_clock

set_clock()
