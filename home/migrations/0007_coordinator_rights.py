"""Administrators say who acts for which organisation; organisers see it."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

RIGHTS = {"administrator": ["add", "change", "delete", "view"], "organiser": ["view"]}


def permissions(apps, actions):
    names = [f"{action}_coordinator" for action in actions]
    return apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="network", codename__in=names
    )


def give_rights(apps, schema_editor):
    app_config = apps.get_app_config("network")
    app_config.models_module = True  # Django makes permissions after the last migration; this one needs them now
    create_permissions(app_config, apps=apps, verbosity=0)
    app_config.models_module = None
    for name, actions in RIGHTS.items():
        for group in apps.get_model("auth", "Group").objects.filter(name=name):
            group.permissions.add(*permissions(apps, actions))


def take_rights(apps, schema_editor):
    for name, actions in RIGHTS.items():
        for group in apps.get_model("auth", "Group").objects.filter(name=name):
            group.permissions.remove(*permissions(apps, actions))


class Migration(migrations.Migration):
    dependencies = [("home", "0006_mail_rights"), ("network", "0004_coordinator")]
    operations = [migrations.RunPython(give_rights, take_rights)]
