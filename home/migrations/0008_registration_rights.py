"""Organisers and administrators work with registrations; administrators see who looked at personal data."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

RIGHTS = {
    "organiser": ["manage_registrations"],
    "administrator": ["manage_registrations", "view_personaldataaccess"],
}


def change(apps, verb):
    app_config = apps.get_app_config("network")
    app_config.models_module = True  # Django makes permissions after the last migration; this one needs them now
    create_permissions(app_config, apps=apps, verbosity=0)
    app_config.models_module = None
    for name, codenames in RIGHTS.items():
        rights = apps.get_model("auth", "Permission").objects.filter(
            content_type__app_label="network", codename__in=codenames
        )
        for group in apps.get_model("auth", "Group").objects.filter(name=name):
            getattr(group.permissions, verb)(*rights)


def give_rights(apps, schema_editor):
    change(apps, "add")


def take_rights(apps, schema_editor):
    change(apps, "remove")


class Migration(migrations.Migration):
    dependencies = [("home", "0007_coordinator_rights"), ("network", "0005_registration_rights")]
    operations = [migrations.RunPython(give_rights, take_rights)]
