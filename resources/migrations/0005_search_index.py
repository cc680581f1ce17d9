"""Search in the database itself: full text, facets as letters, the vocabulary, and a version for each change.

What only one database knows is written in its own SQL: FTS5 tables with triggers on SQLite, generated columns
with GIN indexes on PostgreSQL. The existing documents are filled in; going back loses nothing but these.
"""

from collections import Counter

import django.utils.timezone
from django.db import migrations, models

DOCUMENT = "resources_searchdocument"
LONGEST_TERM, SHORTEST_WORD, ROWS = 120, 4, 500

# --- SQLite -----------------------------------------------------------------------------------------------
# Terms are plain letters and digits, so the tokenizer only has to cut at spaces. The texts stay in the table
# of the documents ("external content"). ``detail`` leaves out what is never asked: where in a text a term is.
FTS = {
    "resources_searchindex": ("title_terms, label_terms, all_terms", "detail=column"),
    "resources_searchtitles": ("title_words", "detail=none, prefix='1 2 3'"),
}


def prefixed(row, columns):
    return ", ".join(f"{row}.{column}" for column in columns.split(", "))


def sqlite_tables():
    put, take, changes = [], [], []
    for table, (columns, options) in FTS.items():
        yield (
            f"CREATE VIRTUAL TABLE {table} USING fts5({columns}, content='{DOCUMENT}', content_rowid='id',"
            f" tokenize='unicode61', {options})"
        )
        put.append(f"INSERT INTO {table}(rowid, {columns}) VALUES (new.id, {prefixed('new', columns)});")
        take.append(
            f"INSERT INTO {table}({table}, rowid, {columns})"
            f" VALUES ('delete', old.id, {prefixed('old', columns)});"
        )
        changes += columns.split(", ")
    on = f"ON {DOCUMENT} BEGIN"
    differs = " OR ".join(f"new.{column} IS NOT old.{column}" for column in changes)
    yield f"CREATE TRIGGER search_inserted AFTER INSERT {on} {' '.join(put)} END"
    yield f"CREATE TRIGGER search_deleted AFTER DELETE {on} {' '.join(take)} END"
    yield (
        f"CREATE TRIGGER search_updated AFTER UPDATE OF {', '.join(changes)} ON {DOCUMENT}"
        f" WHEN {differs} BEGIN {' '.join(take)} {' '.join(put)} END"
    )
    for table in FTS:
        yield f"INSERT INTO {table}({table}) VALUES ('rebuild')"


def sqlite_tables_away():
    for trigger in ("search_inserted", "search_deleted", "search_updated"):
        yield f"DROP TRIGGER IF EXISTS {trigger}"
    for table in FTS:
        yield f"DROP TABLE IF EXISTS {table}"


# --- PostgreSQL -------------------------------------------------------------------------------------------
# Made from an array, so that no parser of PostgreSQL looks at our terms. Long texts stay out of the row, which
# makes reading the short columns of very many documents ten times as quick. Ranges of words and the order of
# kinds are those of the letters' numbers, as on SQLite and in Python, whatever the language of the database.
VECTORS = {"title_terms": "MAIN", "label_terms": "EXTENDED", "all_terms": "EXTENDED", "title_words": "MAIN"}
BY_NUMBER = (
    (DOCUMENT, "kind", "varchar(30)"),
    (DOCUMENT, "title_words", "text"),
    ("resources_searchterm", "term", f"varchar({LONGEST_TERM})"),
    ("resources_searchword", "word", "varchar(60)"),
    ("resources_searchword", "backwards", "varchar(60)"),
)


def postgres_columns():
    yield f"ALTER TABLE {DOCUMENT} SET (toast_tuple_target = 512)"
    for table, column, kind in BY_NUMBER:
        yield f'ALTER TABLE {table} ALTER COLUMN {column} TYPE {kind} COLLATE "C"'
    for column, storage in VECTORS.items():
        vector = f"{column}_vector"
        made = f"array_to_tsvector(string_to_array(btrim({column}), ' '))"
        yield f"ALTER TABLE {DOCUMENT} ADD COLUMN {vector} tsvector GENERATED ALWAYS AS ({made}) STORED"
        yield f"ALTER TABLE {DOCUMENT} ALTER COLUMN {vector} SET STORAGE {storage}"
        yield f"CREATE INDEX search_{column}_gin ON {DOCUMENT} USING gin ({vector}) WITH (fastupdate = off)"


def postgres_columns_away():
    for column in VECTORS:
        yield f"ALTER TABLE {DOCUMENT} DROP COLUMN IF EXISTS {column}_vector"
    for table, column, kind in BY_NUMBER:
        yield f'ALTER TABLE {table} ALTER COLUMN {column} TYPE {kind} COLLATE "default"'
    yield f"ALTER TABLE {DOCUMENT} RESET (toast_tuple_target)"


def add_index(apps, schema_editor):
    sqlite = schema_editor.connection.vendor == "sqlite"
    for statement in sqlite_tables() if sqlite else postgres_columns():
        schema_editor.execute(statement)


def remove_index(apps, schema_editor):
    sqlite = schema_editor.connection.vendor == "sqlite"
    for statement in sqlite_tables_away() if sqlite else postgres_columns_away():
        schema_editor.execute(statement)


# --- What is there already --------------------------------------------------------------------------------
def mark_of(number):
    code = 0x100 + number
    return chr(code if code < 0xD800 else code + 0x800)


def fill(apps, schema_editor):
    """Versions, facets and vocabulary of the documents that there are."""
    document_model = apps.get_model("resources", "SearchDocument")
    numbers, terms, words, rows, version = {}, Counter(), Counter(), [], 0
    columns = ("id", "facets", "all_terms", "words")
    for version, one in enumerate(document_model.objects.order_by("pk").only(*columns).iterator(ROWS), 1):
        found = [(name, value) for name, values in sorted(one.facets.items()) for value in values]
        one.facet_marks = "".join(mark_of(numbers.setdefault(each, len(numbers))) for each in found)
        one.version = version
        terms.update({term for term in one.all_terms.split() if len(term) <= LONGEST_TERM})
        words.update(
            {word for word in one.words.split() if len(word) >= SHORTEST_WORD and not word.isdigit()}
        )
        rows.append(one)
        if len(rows) == ROWS:
            document_model.objects.bulk_update(rows, ["facet_marks", "version"])
            rows.clear()
    document_model.objects.bulk_update(rows, ["facet_marks", "version"])
    for name, made in (
        ("SearchFacet", [{"name": n, "value": v, "number": number} for (n, v), number in numbers.items()]),
        ("SearchTerm", [{"term": term, "documents": number} for term, number in terms.items()]),
        (
            "SearchWord",
            [{"word": one, "backwards": one[::-1], "documents": number} for one, number in words.items()],
        ),
        ("SearchCounter", [{"pk": 1, "version": version, "documents": version}]),
    ):
        model = apps.get_model("resources", name)
        model.objects.bulk_create([model(**values) for values in made], batch_size=ROWS)


def keep(apps, schema_editor):
    """Going back: the tables go with all that was filled in; only tombstones would be taken for documents."""
    apps.get_model("resources", "SearchDocument").objects.filter(is_deleted=True).delete()


class Migration(migrations.Migration):

    dependencies = [
        ('resources', '0004_live_counts'),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchCounter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.BigIntegerField(default=0)),
                ('documents', models.IntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='SearchFacet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=30)),
                ('value', models.CharField(max_length=255)),
                ('number', models.PositiveIntegerField(unique=True)),
            ],
        ),
        migrations.CreateModel(
            name='SearchTerm',
            fields=[
                ('term', models.CharField(max_length=120, primary_key=True, serialize=False)),
                ('documents', models.IntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='SearchWord',
            fields=[
                ('word', models.CharField(max_length=60, primary_key=True, serialize=False)),
                ('backwards', models.CharField(max_length=60)),
                ('documents', models.IntegerField()),
            ],
        ),
        migrations.AddField(
            model_name='searchdocument',
            name='changed_at',
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
        migrations.AddField(
            model_name='searchdocument',
            name='facet_marks',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='searchdocument',
            name='is_deleted',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='searchdocument',
            name='pushed_version',
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='searchdocument',
            name='version',
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddIndex(
            model_name='searchdocument',
            index=models.Index(fields=['version'], name='search_version'),
        ),
        migrations.AddIndex(
            model_name='searchdocument',
            index=models.Index(condition=models.Q(('version__gt', models.F('pushed_version'))), fields=['version'], name='search_unpushed'),
        ),
        migrations.AddIndex(
            model_name='searchdocument',
            index=models.Index(fields=['id', 'is_deleted', 'visible_until', 'kind', 'object_pk', 'dated_on', 'facet_marks'], name='search_narrow'),
        ),
        migrations.AddIndex(
            model_name='searchdocument',
            index=models.Index(fields=['-dated_on', 'kind', 'object_pk', 'is_deleted', 'visible_until', 'facet_marks'], name='search_newest'),
        ),
        migrations.AddIndex(
            model_name='searchdocument',
            index=models.Index(fields=['title_words'], name='search_title_words'),
        ),
        migrations.AddConstraint(
            model_name='searchfacet',
            constraint=models.UniqueConstraint(fields=('name', 'value'), name='one_search_facet'),
        ),
        migrations.AddIndex(
            model_name='searchword',
            index=models.Index(fields=['backwards'], name='search_backwards'),
        ),
        migrations.RunPython(fill, keep),
        migrations.RunPython(add_index, remove_index),
    ]
