"""One script for each promise, each against a named peer; ``make bench`` prints the ratios."""
