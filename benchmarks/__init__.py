"""One script a promise, each against a named peer; see `make bench`."""
