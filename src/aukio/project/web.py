"""The web process of ``aukio run``: gunicorn, started from here instead of a command line."""

from __future__ import annotations

from typing import Any

from gunicorn.app.base import BaseApplication


class Web(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """Gunicorn with the settings given, serving this project."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self._settings = settings
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._settings.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from aukio.project.wsgi import application

        return application


def serve(*, bind: str, threads: int) -> None:
    """Serve pages at ``bind`` until told to stop."""
    Web(
        {"bind": bind, "threads": threads, "loglevel": "warning", "control_socket_disable": True}
    ).run()
