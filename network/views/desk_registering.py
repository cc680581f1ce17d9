from django.views.decorators.http import require_http_methods

from network.desk_access import coordinator_required
from network.views import registering


@coordinator_required
@require_http_methods(["GET", "HEAD", "POST"])
def register_colleagues(request, slug):
    """Several colleagues in one form, or one; the same rules and answers as of the public form."""
    return registering.answer(request, slug)
