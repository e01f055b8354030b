"""`/api/v1/…`: the rooms' operations, each behind the same door."""

from django.urls import path

from aukio.shared.api import views
from aukio.shared.api.door import guarded
from aukio.shared.api.house import places

app_name = "api"
urlpatterns = [
    path("openapi.json", views.openapi, name="openapi"),
    path("docs", views.docs, name="docs"),
    *(path(place.route, guarded(place.view), name=place.name) for place in places()),
    path("<path:rest>", views.nothing, name="nothing"),
]
