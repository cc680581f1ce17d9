from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from network.desk_access import coordinator_required
from network.forms import OwnOrganisationForm
from network.organisation_draft import PageTaken, State, propose, state_of


@coordinator_required
@require_http_methods(["GET", "HEAD", "POST"])
def own_page(request):
    """Propose another text for the page of the own organisation; an editor looks before it is public."""
    organisation = request.organisation
    draft = organisation.get_latest_revision_as_object()
    if request.method != "POST":
        return _page(request, OwnOrganisationForm(draft))
    form = OwnOrganisationForm(draft, request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        propose(organisation, form.cleaned_data, user=request.user)
    except PageTaken:
        return _page(request, form, status=409)
    except ValidationError as error:
        _note(form, error)
        return _page(request, form, status=422)
    return HttpResponseRedirect(reverse("network:desk_organisation") + "?klaar=verstuurd", status=303)


def _note(form, error: ValidationError) -> None:
    """What the model has against the draft: beside the field where the form has it, else on top."""
    for name, messages in error.update_error_dict({}).items():
        field = name if name in form.fields else None
        words = (
            messages if field or name == NON_FIELD_ERRORS else [_("An editor must look at this page first.")]
        )
        form.add_error(field, words)


def _page(request, form, *, status=200):
    organisation = request.organisation
    state = state_of(organisation)
    context = {
        "organisation": organisation,
        "form": form,
        "is_taken": state == State.TAKEN,
        "is_waiting": state == State.OWN,
        "is_sent": "klaar" in request.GET,
    }
    return render(request, "network/desk/organisation.html", context, status=status)
