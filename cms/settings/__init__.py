"""Pick the settings by ZIN_ENV, so that one command works the same everywhere."""

import os

ENVIRONMENTS = ("dev", "test", "production")


def settings_module() -> str:
    """Return the settings module for ZIN_ENV (default `dev`); an unknown name stops the start."""
    name = os.environ.get("ZIN_ENV") or "dev"
    if name not in ENVIRONMENTS:
        raise SystemExit(f"ZIN_ENV is '{name}': use one of {', '.join(ENVIRONMENTS)}.")
    return f"cms.settings.{name}"
