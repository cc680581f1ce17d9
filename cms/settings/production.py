"""Production: refuses to start when a setting is missing or weak, and says which."""

from django.core.exceptions import ImproperlyConfigured

from cms.settings.base import *  # noqa: F403
from cms.settings.base import ALLOWED_HOSTS, BASE_URL, SECRET_KEY, env

MIN_SECRET_LENGTH = 50  # characters; what Django's own start-up check asks
REFUSED_SECRETS = ("development-only", "key-for-tests", "django-insecure", "changeme")

DEBUG = False
if len(SECRET_KEY) < MIN_SECRET_LENGTH or len(set(SECRET_KEY)) < 5 or SECRET_KEY.startswith(REFUSED_SECRETS):
    raise ImproperlyConfigured(
        f"SECRET_KEY is missing or weak: set at least {MIN_SECRET_LENGTH} random characters."
    )
if env.bool("DEBUG", default=False):
    raise ImproperlyConfigured("DEBUG is on: remove it from the environment, production never shows errors.")
if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured(
        "ALLOWED_HOSTS is empty or '*': name the host names that this site answers to."
    )
if not env.str("BASE_URL", default=""):
    raise ImproperlyConfigured("BASE_URL is missing: links in mails and feeds come from it.")

if BASE_URL.startswith("https://"):
    SECURE_SSL_REDIRECT = env.bool("SSL_REDIRECT", default=True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_REDIRECT_EXEMPT = [r"^healthz/"]
    SECURE_HSTS_SECONDS = 31_536_000  # one year
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrf"
