"""Administrators and organisers see what became of the mails, and have a dead one tried again."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

ROLES = ["administrator", "organiser"]
NAMES = ["view_outgoingmail", "change_outgoingmail"]


def permissions(apps):
    return apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="cms", codename__in=NAMES
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
    dependencies = [("cms", "0004_outgoing_mail"), ("home", "0005_glossary_rights")]
    operations = [migrations.RunPython(give_rights, take_rights)]
