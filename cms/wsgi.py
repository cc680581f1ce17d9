"""The WSGI application that the production server loads."""

import os

from django.core.wsgi import get_wsgi_application

from cms.settings import settings_module

os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings_module())
application = get_wsgi_application()
