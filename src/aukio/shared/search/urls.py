from django.urls import path

from aukio.shared.search import views

app_name = "search"
urlpatterns = [path("", views.find, name="find")]
