"""Pages about signing in and one's own account."""
