"""Addresses of the dialogues room. ``desk`` is the one address a round cannot have."""

from django.urls import path

from aukio.apps.dialogues.views import (
    desk,
    dialogues,
    downloads,
    own,
    proposing,
    publishing,
    quotes,
    records,
    rounds,
    sentences,
    setting_up,
    summary_desk,
    theme_board,
    theme_desk,
    themes,
    writing,
)

app_name = "dialogues"
DESK = "desk/<slug:slug>"
urlpatterns = [
    # what anyone may read
    path("", rounds.rounds, name="rounds"),
    path("rounds.csv", rounds.rounds_file, name="rounds-download"),
    # organisers
    path("desk/own/", own.own, name="own"),
    # the core group
    path("desk/", desk.desks, name="desks"),
    path("desk/new/", setting_up.new_round, name="round-new"),
    path(f"{DESK}/", desk.desk, name="desk"),
    path(f"{DESK}/edit/", setting_up.edit_round, name="round-edit"),
    path(f"{DESK}/dialogues/new/", setting_up.new_dialogue, name="dialogue-new"),
    path(f"{DESK}/records/", records.records, name="records"),
    path(f"{DESK}/records/new/", records.add_many, name="records-add"),
    path("desk/dialogues/<int:dialogue>/record/", records.add_one, name="record-add"),
    path("desk/records/<int:record>/", records.record_page, name="record"),
    path("desk/records/<int:record>/permission/", records.permission, name="record-permission"),
    path("desk/records/<int:record>/replace/", records.replace, name="record-replace"),
    path(f"{DESK}/themes/", theme_board.board, name="themes"),
    path(f"{DESK}/themes/propose/", proposing.propose, name="themes-propose"),
    path(f"{DESK}/themes/merge/", theme_board.merge, name="themes-merge"),
    path(f"{DESK}/themes/new/", theme_board.create, name="theme-create"),
    path(f"{DESK}/themes/undo/", theme_board.undo_change, name="themes-undo"),
    path(f"{DESK}/themes/history/", theme_board.history_page, name="themes-history"),
    path(f"{DESK}/themes/unplaced/", theme_desk.unplaced, name="themes-unplaced"),
    path("desk/themes/<int:theme>/", theme_desk.theme_page, name="theme-desk"),
    path("desk/themes/<int:theme>/name/", theme_desk.rename, name="theme-name"),
    path("desk/themes/<int:theme>/accept/", theme_board.accept, name="theme-accept"),
    path("desk/themes/<int:theme>/move/", theme_board.move_place, name="theme-move"),
    path("desk/themes/<int:theme>/notes/", theme_desk.notes, name="theme-notes"),
    path(f"{DESK}/summary/", summary_desk.overview, name="summary-desk"),
    path("desk/themes/<int:theme>/summary/", summary_desk.section, name="summary-theme"),
    path("desk/themes/<int:theme>/sentences/new/", writing.new_sentence, name="sentence-new"),
    path("desk/sentences/<int:sentence>/", writing.edit, name="sentence-edit"),
    path("desk/sentences/<int:sentence>/remove/", writing.remove, name="sentence-remove"),
    path("desk/sentences/<int:sentence>/move/", writing.move, name="sentence-move"),
    path("desk/sentences/<int:sentence>/words/", quotes.choose, name="quote-choose"),
    path("desk/sentences/<int:sentence>/words/<int:note>/", quotes.pick, name="quote-pick"),
    path("desk/quotes/<int:quote>/drop/", quotes.drop, name="quote-drop"),
    path(f"{DESK}/publish/", publishing.publish_page, name="publish"),
    path(f"{DESK}/languages/", publishing.languages, name="summary-languages"),
    # one round, what anyone may read
    path("<slug:slug>/", rounds.round_page, name="round"),
    path("<slug:slug>/dialogues/", dialogues.dialogues, name="dialogues"),
    path("<slug:slug>/dialogues/<int:dialogue>/", dialogues.dialogue, name="dialogue"),
    path("<slug:slug>/themes/<int:theme>/", themes.theme, name="theme"),
    path("<slug:slug>/sentences/<int:sentence>/", sentences.sentence, name="sentence"),
    path("<slug:slug>/download/<str:form>/", downloads.download, name="download"),
]
