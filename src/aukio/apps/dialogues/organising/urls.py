"""Addresses of organising, under ``/dialogues/organising/``."""

from django.urls import path

from aukio.apps.dialogues.organising.views import (
    applying,
    cockpit,
    coming,
    inviting,
    materials,
    organiser,
    replying,
    taking_part,
    topics,
    trainings,
)

app_name = "organising"
ROUND = "rounds/<slug:slug>"
TEXT = f"{ROUND}/kit/<str:kind>/<str:language>"
urlpatterns = [
    # what anyone may see
    path("", coming.coming, name="coming"),
    path("news.atom", coming.feed, name="feed"),
    path(f"{ROUND}/dialogues.ics", coming.round_calendar, name="round-calendar"),
    path("d/<str:key>/", coming.dialogue, name="dialogue"),
    path("d/<str:key>/dialogue.ics", coming.dialogue_calendar, name="dialogue-calendar"),
    path("d/<str:key>/poster.pdf", coming.poster, name="poster"),
    path("d/<str:key>/afterwards.pdf", coming.afterwards, name="afterwards"),
    path("d/<str:key>/code.<str:form>", coming.code, name="code"),
    path("d/<str:key>/sign-up/", taking_part.sign_up, name="sign-up"),
    path("trainings/", trainings.trainings, name="trainings"),
    path("trainings/<int:training>/", trainings.training, name="training"),
    path(f"{ROUND}/topic/", topics.choice, name="topic-choice"),
    path(f"{ROUND}/kit/", materials.kit, name="kit"),
    path(f"{TEXT}/", materials.material, name="material"),
    path(f"{TEXT}/file.<str:form>", materials.material_file, name="material-file"),
    # by one's own code
    path("reply/<str:token>/", replying.reply, name="reply"),
    path("reply/<str:token>/stop/", replying.unsubscribe, name="unsubscribe"),
    path("place/<str:token>/", taking_part.place, name="place"),
    path("place/<str:token>/follow/", taking_part.follow, name="place-follow"),
    path("place/<str:token>/cancel/", taking_part.cancel, name="place-cancel"),
    # organisers
    path("own/", organiser.own, name="own"),
    path("own/organisation/", applying.apply, name="apply"),
    path(f"{ROUND}/register/", organiser.register, name="register"),
    path("dialogues/<int:dialogue>/", organiser.desk, name="dialogue-desk"),
    path("dialogues/<int:dialogue>/edit/", organiser.edit, name="dialogue-edit"),
    path("dialogues/<int:dialogue>/steps/<str:step>/", organiser.tick, name="tick"),
    path("dialogues/<int:dialogue>/people/", organiser.people, name="people"),
    path("dialogues/<int:dialogue>/call-off/", organiser.call_off, name="call-off"),
    # organisers and the core group together
    path(f"{ROUND}/topics/", topics.topics, name="topics"),
    path(f"{ROUND}/topics/new/", topics.propose, name="topic-new"),
    path("topics/<int:topic>/assess/", topics.assess, name="topic-assess"),
    # the core group
    path(f"{ROUND}/cockpit/", cockpit.cockpit, name="cockpit"),
    path(f"{ROUND}/topics/choose/", topics.choose, name="topic-choose"),
    path(f"{ROUND}/timetable/", cockpit.timetable, name="timetable"),
    path(f"{ROUND}/timetable/usual/", cockpit.usual, name="timetable-usual"),
    path(f"{ROUND}/timetable.ics", cockpit.timetable_calendar, name="timetable-calendar"),
    path("timetable/<int:milestone>/", cockpit.milestone, name="milestone"),
    path("timetable/<int:milestone>/edit/", cockpit.milestone_edit, name="milestone-edit"),
    path(f"{ROUND}/coverage/", cockpit.coverage, name="coverage"),
    path(f"{ROUND}/contacts/", inviting.contacts, name="contacts"),
    path(f"{ROUND}/contacts/new/", inviting.add_contact, name="contact-new"),
    path(f"{ROUND}/contacts/table/", inviting.import_contacts, name="contacts-import"),
    path("contacts/<int:contact>/", inviting.contact, name="contact"),
    path(f"{ROUND}/invitations/", inviting.invitations, name="invitations"),
    path(f"{ROUND}/invitations/new/", inviting.write, name="invitation-new"),
    path("invitations/<int:invitation>/", inviting.invitation, name="invitation"),
    path("invitations/<int:invitation>/edit/", inviting.rewrite, name="invitation-edit"),
    path("invitations/<int:invitation>/send/", inviting.send, name="invitation-send"),
    path("invitations/<int:invitation>/remind/", inviting.remind, name="invitation-remind"),
    path(f"{ROUND}/trainings/", trainings.desk, name="trainings-desk"),
    path("trainings/<int:training>/desk/", trainings.one_desk, name="training-desk"),
    path(f"{TEXT}/edit/", materials.edit, name="material-edit"),
    path("organisations/", applying.applications, name="applications"),
    path("organisations/<int:application>/", applying.application, name="application"),
]
