"""The dialogues room: from a scribe's record to a summary whose every sentence leads back."""
