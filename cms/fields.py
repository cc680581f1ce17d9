"""Form fields for what visitors type."""

from django import forms


class OneLineField(forms.CharField):
    """Text for the header of a mail: every run of white space, line breaks too, becomes one space."""

    def to_python(self, value):
        text = super().to_python(value)
        return " ".join("".join(sign for sign in text if sign.isprintable() or sign.isspace()).split())


class OpenChoiceField(OneLineField):
    """A list to choose from in the page; the server takes any other text too."""

    def widget_attrs(self, widget):
        """No ``maxlength``: a select element has none."""
        return {}
