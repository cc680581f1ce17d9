"""Development and `make run`: readable errors, static files straight from the source, one machine."""

from cms.settings.base import *  # noqa: F403
from cms.settings.base import DATA_DIR, SECRET_KEY, STORAGES, env

DEBUG = env.bool("DEBUG", default=True)
# A fixed key is fine here: the site listens on the own machine only, and production refuses this value.
SECRET_KEY = SECRET_KEY or "development-only-key-never-used-in-production"
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # passkeys at http://localhost
DATA_DIR.mkdir(parents=True, exist_ok=True)
