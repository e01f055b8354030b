"""What is asked before and on the day."""
