"""What the public says and follows, and the team's response."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy


class CommentForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Name of your organisation, or your own"),
        max_length=200,
        help_text=gettext_lazy("Shown with the comment."),
    )
    text = forms.CharField(
        label=gettext_lazy("Comment"), widget=forms.Textarea(attrs={"rows": 6}), max_length=5000
    )


class AnswerForm(forms.Form):
    shown = forms.ChoiceField(
        label=gettext_lazy("Is the comment shown?"),
        choices=[
            ("yes", gettext_lazy("Show the comment with the response")),
            ("no", gettext_lazy("Leave the comment out")),
        ],
        widget=forms.RadioSelect,
    )
    response = forms.CharField(
        label=gettext_lazy("Reasoned response"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=5000,
        help_text=gettext_lazy("Say what it leads to, or why it leads to nothing."),
    )
    replacing = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)


class FollowForm(forms.Form):
    email = forms.EmailField(label=gettext_lazy("E-mail address"))
