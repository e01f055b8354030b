"""Pages of organising: public, by code, the organiser's, the core group's."""
