"""Finland's regions, wellbeing services counties and municipalities, year by year."""
