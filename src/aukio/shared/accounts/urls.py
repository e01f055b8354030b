from django.urls import path

from aukio.shared.accounts.views import links, profile, sample

app_name = "accounts"
urlpatterns = [
    path("sign-in/link/", links.ask, name="link-ask"),
    path("sign-in/link/sent/", links.sent, name="link-sent"),
    path("sign-in/link/<str:token>/", links.open_link, name="link-open"),
    path("sign-in/try/<int:pk>/", sample.enter, name="sample-enter"),
    path("profile/", profile.show, name="profile-show"),
    path("profile/erase/", profile.erase, name="profile-erase"),
]
