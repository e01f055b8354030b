"""Everything that changes data before and on the day."""
