"""Ground floor: pure Python libraries that know nothing of Django or of any room."""
