"""Slices of what was said, and themes followed over rounds."""
