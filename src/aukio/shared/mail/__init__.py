"""Mail: written to the outbox in the same transaction as what it tells, sent by the worker."""
