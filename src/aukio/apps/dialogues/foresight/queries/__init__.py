"""What the wing's pages and files read."""
