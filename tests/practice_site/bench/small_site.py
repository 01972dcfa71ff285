"""A site to measure that is made in a second: one of each page, and no picture."""

import json
from pathlib import Path

from practice_site.bench.children import BASE_DIR, our_python, run
from practice_site.bench.data import Site, Size
from tests import migrated

FILL = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests import factories
factories.make_practice()
therapist = factories.make_therapist()
specialty = factories.make_specialty()
therapist.specialties.add(specialty)
factories.make_published_article(authors=["June Aldecott"], specialties=[specialty])
factories.make_user("manager", username="manager")
"""


class SmallSite(Site):
    def environment(self, **more):
        return super().environment(**more) | {"DJANGO_SETTINGS_MODULE": "tests.server_settings"}


def make(folder: Path, migrated_file):
    migrated.take(migrated_file, folder / "db.sqlite3")
    size = Size(1, 1)
    environment = SmallSite(size, folder, {}, "").environment()
    run(our_python("-c", FILL), environment, BASE_DIR, folder / "log")
    found = run(
        our_python("-m", "practice_site.bench.addresses"), environment, BASE_DIR, folder / "log"
    )
    return SmallSite(size, folder, **json.loads(found))
