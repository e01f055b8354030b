"""Components: functions that return safe HTML. Templates reach them with ``{% load ui %}``."""
