"""Moderators and administrators teach the search its words and promote results; who writes sees the report."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

RULES = ("synonymgroup", "compoundpart", "stemexception")
CHANGE = [
    *(("resources", f"{action}_{name}") for action in ("add", "change", "delete") for name in RULES),
    *(("wagtailsearchpromotions", f"{action}_searchpromotion") for action in ("add", "change", "delete")),
]
SEE = [("resources", "view_searchday")]
ROLES = {"editor": SEE, "moderator": [*SEE, *CHANGE], "administrator": [*SEE, *CHANGE]}
# Given by 0003_roles: taking these rights back leaves them.
BEFORE = {"administrator": [right for right in CHANGE if right[0] == "wagtailsearchpromotions"]}


def permissions(apps, rights):
    found = apps.get_model("auth", "Permission").objects
    return [found.get(content_type__app_label=app, codename=codename) for app, codename in rights]


def give_rights(apps, schema_editor):
    app_config = apps.get_app_config("resources")
    app_config.models_module = True  # Django makes permissions after the last migration; this one needs them now
    create_permissions(app_config, apps=apps, verbosity=0)
    app_config.models_module = None
    for group in apps.get_model("auth", "Group").objects.filter(name__in=ROLES):
        group.permissions.add(*permissions(apps, ROLES[group.name]))


def take_rights(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name__in=ROLES):
        rights = [right for right in ROLES[group.name] if right not in BEFORE.get(group.name, [])]
        group.permissions.remove(*permissions(apps, rights))


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0011_chart_series"),
        ("resources", "0007_search_editing"),
        ("wagtailsearchpromotions", "0008_query_verbose_name"),
    ]
    operations = [migrations.RunPython(give_rights, take_rights)]
