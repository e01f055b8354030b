"""Every read a page needs; a constant number of queries at any size."""
