"""The plan room: commitments, measures, how they stand and what shows it."""
