"""What editors teach the search, what people search for, and who wants a mail about a search."""

import wagtail.models.preview
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('resources', '0006_chart_series'),
    ]

    operations = [
        migrations.CreateModel(
            name='CompoundPart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('changed_at', models.DateTimeField(auto_now=True)),
                ('part', models.CharField(help_text='One word that also makes sense alone, such as “intervisie” in “intervisiegroep”.', max_length=40, unique=True, verbose_name='part')),
            ],
            options={
                'verbose_name': 'compound part',
                'verbose_name_plural': 'compound parts',
                'ordering': ['part'],
            },
            bases=(wagtail.models.preview.PreviewableMixin, models.Model),
        ),
        migrations.CreateModel(
            name='StemException',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('changed_at', models.DateTimeField(auto_now=True)),
                ('word', models.CharField(help_text='The form that is not found, such as a plural.', max_length=60, unique=True, verbose_name='word')),
                ('base', models.CharField(help_text='The word under which it must be found. The same word again: it stays as it is.', max_length=60, verbose_name='belongs to')),
            ],
            options={
                'verbose_name': 'stem exception',
                'verbose_name_plural': 'stem exceptions',
                'ordering': ['word'],
            },
            bases=(wagtail.models.preview.PreviewableMixin, models.Model),
        ),
        migrations.CreateModel(
            name='SynonymGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('changed_at', models.DateTimeField(auto_now=True)),
                ('words', models.TextField(help_text='Words or short phrases that mean the same, one on each line. Plurals come by themselves.', verbose_name='words')),
                ('direction', models.CharField(choices=[('both', 'each finds all the others'), ('one', 'the first finds the others')], default='both', help_text='One way: only who types the first word finds the others too.', max_length=4, verbose_name='direction')),
            ],
            options={
                'verbose_name': 'synonyms',
                'verbose_name_plural': 'synonyms',
                'ordering': ['words', 'pk'],
            },
            bases=(wagtail.models.preview.PreviewableMixin, models.Model),
        ),
        migrations.CreateModel(
            name='SearchAlert',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254, verbose_name='e-mail address')),
                ('parameters', models.CharField(max_length=1000)),
                ('label', models.CharField(max_length=300)),
                ('created_at', models.DateTimeField()),
                ('confirmed_at', models.DateTimeField(blank=True, null=True)),
                ('looked_at', models.DateTimeField()),
            ],
            options={
                'verbose_name': 'alert for a search',
                'verbose_name_plural': 'alerts for searches',
                'constraints': [models.UniqueConstraint(fields=('email', 'parameters'), name='one_search_alert')],
            },
        ),
        migrations.CreateModel(
            name='SearchDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('date', models.DateField(verbose_name='day')),
                ('key', models.CharField(max_length=200)),
                ('shown_as', models.CharField(max_length=200, verbose_name='search')),
                ('searches', models.PositiveIntegerField(default=0, verbose_name='searches')),
                ('zero', models.PositiveIntegerField(default=0, verbose_name='without a hit')),
                ('engine', models.CharField(max_length=20)),
                ('repaired_to', models.CharField(blank=True, max_length=200, verbose_name='repaired to')),
            ],
            options={
                'verbose_name': 'searches of a day',
                'verbose_name_plural': 'searches of a day',
                'constraints': [models.UniqueConstraint(fields=('date', 'key', 'engine'), name='one_search_day')],
            },
        ),
    ]
