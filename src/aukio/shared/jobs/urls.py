from django.urls import path

from aukio.shared.jobs import views

app_name = "jobs"
urlpatterns = [
    path("<uuid:job_id>/", views.job_page, name="job"),
    path("<uuid:job_id>/status/", views.job_status, name="job-status"),
]
