"""The corridor: what every room needs, each part a small app or module of its own."""
