"""Tests: fast, quiet, nothing leaves the machine."""

from cms.settings.base import *  # noqa: F403
from cms.settings.base import DATABASES, STORAGES, env

SECRET_KEY = "key-for-tests-only"
ALLOWED_HOSTS = ["*"]
BASE_URL = env.str("BASE_URL", default="http://localhost")
WAGTAILADMIN_BASE_URL = BASE_URL
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
DATABASES["default"]["CONN_MAX_AGE"] = 0
SEARCH_COUNT_SECONDS = 0  # a test writes the counts itself
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"  # nothing to lose
