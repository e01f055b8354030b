"""Files people give us: random names, size caps, type by content, served as attachments."""
