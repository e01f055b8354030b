"""People: who signs in, how, and which route is open to whom."""
