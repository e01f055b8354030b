"""The room's pages, one file by noun."""
