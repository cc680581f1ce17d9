"""Settings of the site in a rush: those of production, without collected style sheets: nobody wants any."""

from cms.settings.production import *  # noqa: F403
from cms.settings.production import INSTALLED_APPS, STORAGES, env

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
if env.bool("ZIN_TEST_WITHOUT_LOCK", default=False):
    INSTALLED_APPS = [*INSTALLED_APPS, "tests.rush.unlocked.Unlocked"]
