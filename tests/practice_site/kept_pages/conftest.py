from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from blog.models import Article, Series
from practice_site.sitemaps import sections
from team.models import Payer
from tests.factories import (
    make_group,
    make_location,
    make_modality,
    make_notice,
    make_notice_text,
    make_page,
    make_practice,
    make_published_article,
    make_specialty,
    make_therapist,
)
from tests.practice_site.kept_pages.house import House


@pytest.fixture
def house(db, settings, tmp_path, monkeypatch):
    # Between two requests Django may close a connection; the test's own is one transaction.
    monkeypatch.setattr(connection, "close_if_unusable_or_obsolete", lambda: None)
    settings.CACHES = settings.CACHES | {
        "pages": {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": tmp_path / "kept_pages",
        }
    }
    house = House()
    yield house
    house.close()


@pytest.fixture
def site(house, monkeypatch):
    # On PostgreSQL the ids of a long run go past the first thousand.
    monkeypatch.setattr(sections, "LONGEST_SECTION", 10**9)
    make_practice()
    sleep, emdr = make_specialty("Sleep"), make_modality("EMDR")
    ines = make_therapist("Ines Calder")
    ines.therapistspecialty_set.create(specialty=sleep, order=0)
    ines.modalities.add(emdr)
    for number in range(14):
        make_published_article(f"Night {number}", [ines], [sleep] if number % 3 else [])
    nights = Series.objects.create(title="Nights")
    make_published_article("The drawer", [ines], [sleep], series=nights).modalities.add(emdr)
    Article.objects.filter(slug="night-13").update(series=nights)
    make_group("Sleepers", [ines], [sleep], location=make_location("House"))
    make_location("Mill")
    for name in ("Larch Mutual", "Elm Health"):
        payer = Payer.objects.create(name=name, usual_from=20, usual_on=timezone.localdate())
        ines.payer_participations.create(payer=payer, as_of="2026-01-02")
    make_page("Fees", lists_insurers=True).publish()
    make_notice_text(make_notice("grievance"), timezone.now() - timedelta(days=1))
    return house
