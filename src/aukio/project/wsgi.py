"""The door for a web server: ``gunicorn aukio.project.wsgi``."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aukio.project.settings")
application = get_wsgi_application()

# What is loaded now stays for good: the collector need not walk it again on every page.
gc.collect()
gc.freeze()
