"""The room's forms: what a person may type, and how it is asked."""
