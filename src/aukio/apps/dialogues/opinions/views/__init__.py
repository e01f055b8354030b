"""Pages of the opinion maps."""
