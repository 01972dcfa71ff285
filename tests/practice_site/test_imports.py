"""What only staff use is not in the memory of a process that has served readers, and did not delay its start."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from tests.factories import make_practice, make_published_article

# Their rules, patterns and readers are what takes time; the packages around them are light.
FOR_STAFF = [
    "PIL",
    "allauth.mfa.stages",
    "blog.docx.reader",
    "django.test",
    "fido2",
    "mammoth",
    "pictures.pixels",
    "practice_site.bench",
    "practice_site.dashboard",
    "practice_site.demo",
    "staff.factors.views",
    "unittest",
    "writing.linting.crisis",
    "writing.linting.rules",
]
VISIT = """
import io, sys
from practice_site.front_door import application
from practice_site.wsgi import application as answer
for path in sys.argv[1:]:
    started = []
    parts = answer(
        {
            "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": "", "SERVER_PROTOCOL": "HTTP/1.1",
            "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "8000", "HTTP_HOST": "127.0.0.1:8000",
            "REMOTE_ADDR": "127.0.0.1", "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(),
            "wsgi.errors": sys.stderr,
        },
        lambda status, headers, error=None: started.append(status),
    )
    assert b"".join(parts) and started == ["200 OK"], (path, started)
    parts.close()
print(*sys.modules)
"""


@pytest.mark.skipif(connection.vendor != "sqlite", reason="another process opens the tests' file")
@pytest.mark.django_db(transaction=True)
def test_who_serves_readers_has_imported_nothing_that_only_staff_use(tmp_path):
    make_practice()
    paths = [
        "/",
        make_published_article(authors=["June Aldecott"]).get_absolute_url(),
        "/get-started/",
    ]
    (tmp_path / "static").mkdir()
    environment = {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": f"sqlite:///{connection.settings_dict['NAME']}",
        # Static files have their plain names.
        "DEBUG": "1",
        "STATE_DIR": str(tmp_path),
    }
    said = subprocess.check_output(
        [sys.executable, "-c", VISIT, *paths], cwd=settings.BASE_DIR, env=environment, text=True
    )
    imported = set(said.split())
    assert {"blog.models.article", "intake.views"} <= imported
    assert imported & set(FOR_STAFF) == set()


def test_while_the_site_is_loaded_nobody_looks_through_all_of_it_for_garbage(tmp_path):
    load = "import gc, django; django.setup(); import practice_site.urls; print(gc.get_stats()[2])"
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "practice_site.settings",
        "STATE_DIR": str(tmp_path),
    }
    said = subprocess.check_output(
        [sys.executable, "-c", load], cwd=settings.BASE_DIR, env=environment, text=True
    )
    assert "'collections': 0," in said
