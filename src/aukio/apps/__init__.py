"""The rooms: one Django app for each system the action plan promises."""
