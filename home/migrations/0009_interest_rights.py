"""Organisers and administrators keep the trainings without a date."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

ROLES = ["administrator", "organiser"]
NAMES = [f"{action}_trainingidea" for action in ("add", "change", "delete", "view")]


def permissions(apps):
    return apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="network", codename__in=NAMES
    )


def give_rights(apps, schema_editor):
    app_config = apps.get_app_config("network")
    app_config.models_module = True  # Django makes permissions after the last migration; this one needs them now
    create_permissions(app_config, apps=apps, verbosity=0)
    app_config.models_module = None
    for group in apps.get_model("auth", "Group").objects.filter(name__in=ROLES):
        group.permissions.add(*permissions(apps))


def take_rights(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name__in=ROLES):
        group.permissions.remove(*permissions(apps))


class Migration(migrations.Migration):
    dependencies = [("home", "0008_registration_rights"), ("network", "0008_interest")]
    operations = [migrations.RunPython(give_rights, take_rights)]
