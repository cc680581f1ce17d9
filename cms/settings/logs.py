"""What is logged, and what never stands in a log."""

# After these an address holds something that opens data; logs hide it.
SECRET_PATHS = ["/aanmelding/", "/aanwezig/", "/belangstelling/", "/bericht/", "/bewijs/", "/evaluatie/"]
SECRET_PATHS += ["/mijn/agenda/", "/mijn/inloggen/link/"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"links": {"()": "cms.logs.HideInPaths", "after": SECRET_PATHS}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["links"]}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # Every page published starts half a dozen small tasks; edits are in the audit log of the database.
    # WeasyPrint and fontTools tell every step, the first already when it is imported; the client of the
    # search server tells every request.
    "loggers": {
        name: {"level": "WARNING"}
        for name in ("django_tasks", "wagtail", "weasyprint.progress", "fontTools", "elastic_transport")
    },
}
