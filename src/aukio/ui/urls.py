from django.urls import path

from aukio.ui.views import feedback, front, my_work, pages

urlpatterns = [
    path("", front.show, name="front"),
    path("my-work/", my_work.show, name="my-work"),
    path("about/", pages.about, name="about"),
    path("feedback/", feedback.write, name="feedback"),
    path("accessibility/", pages.accessibility, name="accessibility"),
]
