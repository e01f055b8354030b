"""Before and on the day: organisers, participants, and the core group's round."""
