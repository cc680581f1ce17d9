"""Below /cms/stijlgids/; Wagtail asks for the right to enter the editors' screens."""

from django.urls import path

from cms.style_guide import views

urlpatterns = [
    path("stijlgids/", views.overview, name="cms_style_guide"),
    path("stijlgids/site-<slug:scheme>.css", views.scheme_css, name="cms_style_guide_scheme"),
    path("stijlgids/<slug:name>/", views.component, name="cms_style_guide_component"),
    path("stijlgids/<slug:name>/<slug:slug>/kaal/", views.bare, name="cms_style_guide_bare"),
]
