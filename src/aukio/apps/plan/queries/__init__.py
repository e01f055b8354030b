"""What the pages read. Each function asks the database a constant number of times."""
