"""Addresses of the wing, under ``/dialogues/open-data/``."""

from django.urls import path

from aukio.apps.dialogues.open_data import views

app_name = "open_data"
urlpatterns = [
    path("", views.all_rounds, name="all"),
    path("terms/", views.terms, name="terms"),
    path("catalogue.<str:form>", views.catalogue, name="catalogue"),
    path("round/<slug:slug>/", views.round_page, name="round"),
    path("round/<slug:slug>/dcat.<str:form>", views.record, name="record"),
    path("round/<slug:slug>/newest/<str:form>/", views.newest, name="newest"),
    path("round/<slug:slug>/v<int:version>/<str:form>/", views.version, name="version"),
]
