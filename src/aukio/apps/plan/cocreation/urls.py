"""Addresses of the wing, under ``plan/next/``."""

from django.urls import path

from aukio.apps.plan.cocreation.views import calls, data, desk, own, proposals, responding, themes

app_name = "cocreation"
urlpatterns = [
    path("", calls.calls, name="calls"),
    path("feed.atom", data.feed, name="feed"),
    path("desk/", desk.desks, name="desks"),
    path("desk/new/", desk.new_call, name="call-new"),
    path("p/<str:code>/", own.own, name="own"),
    path("p/<str:code>/correct/", own.correct, name="own-correct"),
    path("p/<str:code>/withdraw/", own.withdraw, name="own-withdraw"),
    path("p/<str:code>/forget/", own.forget, name="own-forget"),
    path("<slug:slug>/", calls.call, name="call"),
    path("<slug:slug>/propose/", proposals.propose, name="propose"),
    path("<slug:slug>/proposals/", proposals.proposals, name="proposals"),
    path("<slug:slug>/proposals/<int:number>/", proposals.proposal, name="proposal"),
    path("<slug:slug>/outcome/", calls.outcome, name="outcome"),
    path("<slug:slug>/proposals.<slug:form>", data.download, name="download"),
    path("<slug:slug>/feed.atom", data.feed, name="call-feed"),
    path("<slug:slug>/desk/", desk.desk, name="desk"),
    path("<slug:slug>/desk/edit/", desk.edit_call, name="call-edit"),
    path("<slug:slug>/desk/show/", desk.show, name="call-show"),
    path("<slug:slug>/desk/check/", desk.check_list, name="check-list"),
    path("<slug:slug>/desk/check/<int:number>/", desk.check, name="check"),
    path("<slug:slug>/desk/themes/", themes.board, name="themes"),
    path("<slug:slug>/desk/themes/propose/", themes.propose, name="themes-propose"),
    path("<slug:slug>/desk/themes/undo/", themes.undo, name="themes-undo"),
    path("<slug:slug>/desk/themes/new/", themes.new, name="theme-new"),
    path("<slug:slug>/desk/themes/move/", themes.move, name="themes-move"),
    path("<slug:slug>/desk/themes/merge/", themes.merge, name="themes-merge"),
    path("<slug:slug>/desk/themes/history/", themes.changes, name="themes-history"),
    path("<slug:slug>/desk/themes/<int:theme>/", themes.rename, name="theme-name"),
    path("<slug:slug>/desk/themes/<int:theme>/accept/", themes.accept, name="theme-accept"),
    path("<slug:slug>/desk/respond/", responding.respond_list, name="respond"),
    path("<slug:slug>/desk/respond/write/", responding.write, name="respond-write"),
    path("<slug:slug>/desk/publish/", responding.publish, name="publish"),
]
