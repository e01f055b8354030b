"""The interface for machines: everything on public pages, under `/api/v1/`."""
