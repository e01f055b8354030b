"""Settings, addresses and the `aukio` command: the one place that knows every room."""
