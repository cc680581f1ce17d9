"""What stands behind a login or password, as part of the query (Wagtail's own ``public()`` costs another)."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef


def unrestricted(restriction_model, owner: str, path: str = "path"):
    """Expression: neither the object nor anything above it in its tree has a view restriction.

    ``owner`` is the foreign key of the restriction to a node of the tree, ``path`` the tree path of the row.
    """
    below = restriction_model.objects.annotate(
        path_below=ExpressionWrapper(OuterRef(path), output_field=CharField())
    )
    return ~Exists(below.filter(path_below__startswith=F(f"{owner}__path")))
