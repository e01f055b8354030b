"""Every change to what the room keeps."""
