"""What the room's pages read: small frozen values, a constant number of queries."""
