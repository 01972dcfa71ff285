import os

from django.core.wsgi import get_wsgi_application

from practice_site.database_timeouts import limit_waiting

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "practice_site.settings")

application = get_wsgi_application()
limit_waiting()
