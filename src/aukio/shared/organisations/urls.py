from django.urls import path

from aukio.shared.organisations import views

app_name = "organisations"

urlpatterns = [
    path("", views.index, name="organisation-list"),
    path("<int:pk>/members/", views.members, name="member-list"),
    path("<int:pk>/members/<int:membership>/remove/", views.remove, name="member-remove"),
]
