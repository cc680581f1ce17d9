"""The five roles as groups with least rights, and the workflow "Redactie" in which another person approves."""

from django.contrib.auth.management import create_permissions
from django.db import migrations


def rights(*models, actions=("add", "change", "delete")):
    """The rights to do ``actions`` with ``models``, each written as ``app.model``."""
    return {f"{app}.{action}_{name}" for app, name in (m.split(".") for m in models) for action in actions}


EDIT = ("add", "change")
LIFE = ("publish", "lock", "unlock")
NETWORK = ["organisation", "person", "region", "resultfigure", "trainingevent", "venue", "workinggroup"]
LOG_IN = {"wagtailadmin.access_admin"}
ADD_FILES = {
    "wagtailimages.add_image",
    "wagtailimages.choose_image",
    "wagtaildocs.add_document",
    "wagtaildocs.choose_document",
    "wagtailmedia.add_media",
}
CHANGE_FILES = {"wagtailimages.change_image", "wagtaildocs.change_document", "wagtailmedia.change_media"}

# For each role: rights on the whole page tree, on the files of every collection, and on other objects.
ROLES = {
    # Writes; another person publishes. Keeps the people that stories name.
    "editor": {
        "pages": {"add_page", "change_page"},
        "files": ADD_FILES,
        "models": LOG_IN
        | rights("network.person", actions=EDIT)
        | rights("network.organisation", actions=("change",)),
    },
    # Approves and publishes, unpublishes and locks; keeps notices, menus and redirects.
    "moderator": {
        "pages": {"add_page", "change_page", "publish_page", "lock_page", "unlock_page"},
        "files": ADD_FILES | CHANGE_FILES,
        "models": LOG_IN
        | rights("network.person", "network.resultfigure", "network.workinggroup", actions=EDIT)
        | rights("network.organisation", actions=(*EDIT, *LIFE))
        | rights("network.trainingevent", actions=("change", *LIFE))
        | rights("cms.sitenotice", "wagtailredirects.redirect")
        | rights("cms.sitemenus", actions=("change",)),
    },
    # Runs trainings: publishes and cancels them, keeps venues and people.
    "organiser": {
        "pages": set(),
        "files": ADD_FILES,
        "models": LOG_IN
        | rights("network.venue", "network.person", actions=EDIT)
        | rights("network.trainingevent", actions=(*EDIT, *LIFE)),
    },
    # Registers colleagues on the site; no work in /cms/.
    "coordinator": {"pages": set(), "files": set(), "models": set()},
    # Everything, users included, but no superuser.
    "administrator": {
        "pages": {
            "add_page",
            "bulk_delete_page",
            "change_page",
            "lock_page",
            "publish_page",
            "unlock_page",
        },
        "files": ADD_FILES | CHANGE_FILES | rights("wagtailcore.collection"),
        "models": LOG_IN
        | rights(*(f"network.{name}" for name in NETWORK))
        | rights("network.organisation", "network.trainingevent", actions=LIFE)
        | rights("cms.audience", "cms.sitenotice", "cms.theme", "cms.user")
        | rights("cms.sitemenus", "cms.sitesettings", actions=("change",))
        | rights("home.contactmessage", actions=("change", "delete"))
        | rights("wagtailcore.site", "wagtailcore.task", "wagtailcore.workflow")
        | rights("wagtailredirects.redirect", "wagtailsearchpromotions.searchpromotion"),
    },
}
REVIEWED = ["network.organisation", "network.trainingevent"]


def make_permissions(apps):
    """Django makes permissions after the last migration; this one needs them now."""
    for app_config in apps.get_app_configs():
        app_config.models_module = True
        create_permissions(app_config, apps=apps, verbosity=0)
        app_config.models_module = None


def find(apps, name):
    """The permission ``app.codename``. Wagtail makes those of LIFE after the last migration, by the same names."""
    app, codename = name.split(".")
    Permission = apps.get_model("auth", "Permission")
    action, _, model = codename.partition("_")
    if action in LIFE:
        content_type, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
            app_label=app, model=model
        )
        return Permission.objects.get_or_create(
            content_type=content_type, codename=codename, defaults={"name": f"Can {action} {model}"}
        )[0]
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def make_roles(apps, schema_editor):
    make_permissions(apps)
    remove_default_groups(apps)
    Group = apps.get_model("auth", "Group")
    root_page = apps.get_model("wagtailcore", "Page").objects.get(depth=1)
    root_collection = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    page_permission = apps.get_model("wagtailcore", "GroupPagePermission").objects
    collection_permission = apps.get_model("wagtailcore", "GroupCollectionPermission").objects
    for name, role in ROLES.items():
        group, _made = Group.objects.get_or_create(name=name)
        group.permissions.set([find(apps, right) for right in sorted(role["models"])])
        for right in sorted(role["pages"]):
            permission = find(apps, f"wagtailcore.{right}")
            page_permission.get_or_create(group=group, page=root_page, permission=permission)
        for right in sorted(role["files"]):
            collection_permission.get_or_create(
                group=group, collection=root_collection, permission=find(apps, right)
            )
    make_workflow(apps, root_page)


def remove_default_groups(apps):
    """Wagtail's "Editors" and "Moderators" may publish without a second reader: ours take their place."""
    Workflow = apps.get_model("wagtailcore", "Workflow")
    for workflow in Workflow.objects.filter(name="Moderators approval"):
        workflow.delete()
    apps.get_model("wagtailcore", "Task").objects.filter(name="Moderators approval").delete()
    apps.get_model("auth", "Group").objects.filter(name__in=["Editors", "Moderators"]).delete()


def make_workflow(apps, root_page):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Task = apps.get_model("cms", "SecondReaderTask")
    Workflow = apps.get_model("wagtailcore", "Workflow")
    if Workflow.objects.filter(name="Redactie").exists():
        return
    own_type, _made = ContentType.objects.get_or_create(app_label="cms", model="secondreadertask")
    task = Task.objects.create(name="Eindredactie", active=True, content_type=own_type)
    task.groups.set(apps.get_model("auth", "Group").objects.filter(name__in=["moderator", "administrator"]))
    workflow = Workflow.objects.create(name="Redactie", active=True)
    apps.get_model("wagtailcore", "WorkflowTask").objects.create(
        workflow=workflow, task_id=task.pk, sort_order=0
    )
    apps.get_model("wagtailcore", "WorkflowPage").objects.create(workflow=workflow, page=root_page)
    for name in REVIEWED:
        app, model = name.split(".")
        reviewed, _made = ContentType.objects.get_or_create(app_label=app, model=model)
        apps.get_model("wagtailcore", "WorkflowContentType").objects.create(
            workflow=workflow, content_type=reviewed
        )


def remove_roles(apps, schema_editor):
    apps.get_model("wagtailcore", "Workflow").objects.filter(name="Redactie").delete()
    apps.get_model("cms", "SecondReaderTask").objects.filter(name="Eindredactie").delete()
    apps.get_model("auth", "Group").objects.filter(name__in=list(ROLES)).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("cms", "0002_foundation"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("home", "0002_initial"),
        ("network", "0001_initial"),
        ("resources", "0001_initial"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailmedia", "0005_alter_media_options"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        ("wagtailsearchpromotions", "0008_query_verbose_name"),
    ]
    operations = [migrations.RunPython(make_roles, remove_roles)]
