"""Every route of the site; the only module beside the settings that may name all apps."""

from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from cms import health, limits, media_serving, routing
from cms.login import (
    SiteLoginView,
    SitePasswordResetView,
    VisitorLoginView,
    document_password,
    page_password,
)
from cms.social_images import social_image
from home.api.pages import router as api_router


def favicon(request):
    """Browsers ask for it here whatever a page says."""
    return redirect(static("img/favicon.ico"), permanent=False)


def handler429(request, exception=None):
    """What the accounts' library answers when its own limits, which count by the minute, are reached."""
    return limits.too_many_requests(request, 60)


urlpatterns = [
    path("healthz/live", health.live, name="live"),
    path("healthz/ready", health.ready, name="ready"),
    path("favicon.ico", favicon, name="favicon"),
    path("deelplaatje/<str:words>.jpg", social_image, name="social-image"),
    path("media/<path:path>", media_serving.media, name="media"),
    # Wagtail's own screens for these have no limit; the names of its routes lead to the same addresses.
    path("cms/login/", SiteLoginView.as_view()),
    path("cms/password_reset/", SitePasswordResetView.as_view()),
    path("_util/login/", VisitorLoginView.as_view()),
    path("_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/", page_password),
    path("documents/authenticate_with_password/<int:restriction_id>/", document_password),
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("mijn/", include("cms.accounts.urls")),
    path("api/v2/", api_router.urls),
    path("", include("network.urls")),
    path("", include("resources.urls")),
    path("", include("home.urls")),
    # Wagtail's other public routes (password of a private page) come with its serve view, which ours wraps.
    *[pattern for pattern in wagtail_urls.urlpatterns if pattern.name != "wagtail_serve"],
]
serve_patterns = [pattern for pattern in wagtail_urls.urlpatterns if pattern.name == "wagtail_serve"]
for pattern in serve_patterns:
    pattern.callback = routing.serve
urlpatterns += serve_patterns
