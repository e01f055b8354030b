"""Coded vocabularies: the same code everywhere, its words in three languages."""
