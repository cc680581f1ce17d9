"""The editor's list of blocks: its groups, and what a block shows there when something has to be chosen."""

from django.utils.translation import gettext_lazy as _

# The list is in alphabetical order of these (in Dutch: schrijven, tonen, uit het netwerk, verwijzen).
WRITE = _("Write")
SHOW = _("Show")
NETWORK = _("From the network")
POINT = _("Point the way")


class PreviewsWithRecords:
    """For a `StructBlock`: the preview shows records of the site, so that it looks as it will look there.

    ``preview_records`` names the children that choose, with the length of a list (None: one, no list);
    ``preview_texts`` gives the values of the others. Children without either show their default.
    """

    preview_records: dict[str, int | None] = {}
    preview_texts: dict[str, str] = {}
    preview_order = "-pk"  # the newest records

    def get_preview_value(self):
        raw = {name: block.get_prep_value(block.get_default()) for name, block in self.child_blocks.items()}
        raw |= self.preview_texts
        for name, number in self.preview_records.items():
            block = self.child_blocks[name]
            model = (block.child_block if number else block).model_class
            keys = list(
                model.objects.order_by(self.preview_order).values_list("pk", flat=True)[: number or 1]
            )
            raw[name] = keys if number else (keys[0] if keys else None)
        return self.to_python(raw)
