"""Reading records: every word of a file, exactly, or a fault that says why not."""
