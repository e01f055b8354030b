"""The door for a web server: ``gunicorn aukio.project.wsgi``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aukio.project.settings")
application = get_wsgi_application()
