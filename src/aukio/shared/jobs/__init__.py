"""Work that takes longer than a page should: done by the worker, with progress to look at."""
