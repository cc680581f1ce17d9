from django.forms import CheckboxSelectMultiple


class CheckboxList(CheckboxSelectMultiple):
    """A short list of choices to tick, instead of a box in which a click loses the earlier choice."""
