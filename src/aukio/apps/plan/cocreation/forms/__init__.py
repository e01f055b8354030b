"""Forms of the wing: each checks shape; the actions check sense."""
