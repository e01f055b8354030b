"""Addresses of opinion maps, under ``/dialogues/opinions/``."""

from django.urls import path

from aukio.apps.dialogues.opinions.views import desk, results, voting

app_name = "opinions"
ONE = "desk/map/<int:conversation>"
urlpatterns = [
    # what anyone may see
    path("<int:conversation>/", voting.conversation, name="conversation"),
    path("<int:conversation>/join/", voting.join, name="join"),
    path("<int:conversation>/results/", results.results, name="results"),
    path("<int:conversation>/results.csv", results.results_file, name="results-download"),
    # a voter's own
    path("v/<str:code>/", voting.vote, name="vote"),
    path("v/<str:code>/propose/", voting.propose, name="propose"),
    path("v/<str:code>/withdraw/", voting.withdraw, name="withdraw"),
    # the core group
    path(f"{ONE}/", desk.manage, name="manage"),
    path(f"{ONE}/statements/new/", desk.new_statement, name="statement-new"),
    path(f"{ONE}/statements/take/", desk.take, name="sentences-take"),
    path(f"{ONE}/compute/", desk.compute, name="compute"),
    path(f"{ONE}/do/<str:step>/", desk.step, name="step"),
    path(f"{ONE}/export/<str:name>", desk.export, name="export"),
    path("desk/statements/<int:statement>/decide/", desk.decide, name="statement-decide"),
    path("desk/<slug:slug>/", desk.desk, name="desk"),
    path("desk/<slug:slug>/new/", desk.new, name="new"),
    path("desk/<slug:slug>/bring/", desk.bring, name="bring"),
]
