from django.db import migrations, models
from django.utils.crypto import salted_hmac


def mark_typed_names(apps, schema_editor):
    """Give every row with a typed organisation its mark; who was erased before has no name to make one of."""
    registrations = apps.get_model('network', 'Registration').objects
    typed = registrations.filter(organisation=None).exclude(organisation_name='').order_by()
    for name in typed.values_list('organisation_name', flat=True).distinct():
        plain = ' '.join(name.split()).casefold()
        if plain:
            mark = salted_hmac('network.organisation', plain, algorithm='sha256').hexdigest()
            typed.filter(organisation_name=name).update(organisation_mark=mark)


class Migration(migrations.Migration):

    dependencies = [
        ('network', '0009_live_counts'),
    ]

    operations = [
        migrations.AddField(
            model_name='registration',
            name='organisation_mark',
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.RunPython(mark_typed_names, migrations.RunPython.noop),
    ]
