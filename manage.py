#!/usr/bin/env python3
"""Django's command line for this project; ZIN_ENV picks the settings."""

import os
import sys

from cms.settings import settings_module

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings_module())
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
