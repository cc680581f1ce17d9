"""Moderators and administrators keep the glossary."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

ROLES = ["moderator", "administrator"]
ACTIONS = ["add", "change", "delete"]


def permissions(apps):
    names = [f"{action}_glossaryterm" for action in ACTIONS]
    return apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="cms", codename__in=names
    )


def give_rights(apps, schema_editor):
    app_config = apps.get_app_config("cms")
    app_config.models_module = True  # Django makes permissions after the last migration; this one needs them now
    create_permissions(app_config, apps=apps, verbosity=0)
    app_config.models_module = None
    for group in apps.get_model("auth", "Group").objects.filter(name__in=ROLES):
        group.permissions.add(*permissions(apps))


def take_rights(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name__in=ROLES):
        group.permissions.remove(*permissions(apps))


class Migration(migrations.Migration):
    dependencies = [("cms", "0003_glossary"), ("home", "0004_chart_block")]
    operations = [migrations.RunPython(give_rights, take_rights)]
