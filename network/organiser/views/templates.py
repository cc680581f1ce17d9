"""Templates of trainings: keep one, make a training from it, delete it."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from network.models import TrainingTemplate
from network.organiser.access import for_organisers, for_planners
from network.organiser.copying import TemplateOutdated, keep_as_template, make_from_template
from network.organiser.forms import FromTemplateForm, TemplateForm
from network.organiser.screens import edit_url, screen

FORM = require_http_methods(["GET", "HEAD", "POST"])


@FORM
@for_planners
@for_organisers
def keep(request, event):
    """Ask for a name and keep the training as a template."""
    form = TemplateForm(request.POST or None, initial={"name": event.title})
    if request.method == "POST" and form.is_valid():
        keep_as_template(event, form.cleaned_data["name"])
        messages.success(request, _("The template is kept. It stands here, behind the list of trainings."))
        return redirect("organiser_templates")
    return screen(
        request, "keep_template", event, _("Keep as a template"), 422 if form.errors else 200, form=form
    )


@FORM
@for_planners
def templates(request):
    """All templates; POST ``template`` with ``action`` = ``make`` or ``delete``."""
    wrong = None
    if request.method == "POST":
        key = request.POST.get("template", "")
        chosen = TrainingTemplate.objects.filter(pk=key if key.isdecimal() else None).first()
        if chosen is None:
            messages.warning(request, _("This template does not exist any more."))
            return redirect("organiser_templates")
        if request.POST.get("action") == "delete":
            chosen.delete()
            messages.success(request, _("The template is deleted. Trainings made from it stay."))
            return redirect("organiser_templates")
        wrong = _form(chosen, request.POST)
        if wrong.is_valid():
            try:
                draft = make_from_template(chosen, wrong.cleaned_data["starts_on"], user=request.user)
            except TemplateOutdated:
                wrong.add_error(None, _("The organisation or region of this template is gone."))
            else:
                messages.success(request, _("This is the draft. Look at it and publish it."))
                return redirect(edit_url(draft))
    rows = [
        (one, wrong if wrong and wrong.template.pk == one.pk else _form(one))
        for one in TrainingTemplate.objects.all()
    ]
    title = _("Templates of trainings")
    return screen(request, "templates", None, title, 422 if wrong else 200, rows=rows, form=_empty())


def _form(template: TrainingTemplate, data=None) -> FromTemplateForm:
    form = FromTemplateForm(data, prefix=f"template-{template.pk}")
    form.template = template
    return form


def _empty() -> FromTemplateForm:
    """Brings the script of the date field once."""
    return FromTemplateForm()
