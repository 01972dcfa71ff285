from datetime import time, timedelta

import pytest
from django.utils import timezone

from blog.models import Series
from pages.models import (
    Announcement,
    ClosureDay,
    CrisisResource,
    Location,
    MenuItem,
    OpeningHours,
    Practice,
)
from team.models import Credential, Identity, Language, Payer, Population, Supervision
from tests.factories import (
    make_compact,
    make_group,
    make_image,
    make_modality,
    make_notice,
    make_notice_text,
    make_page,
    make_practice,
    make_published_article,
    make_referral_contact,
    make_specialty,
    make_therapist,
    open_intake,
)


@pytest.fixture
def something_of_everything(db):
    practice, today = make_practice(), timezone.localdate()
    Practice.objects.update(logo=make_image())
    Location.objects.create(practice=practice, name="The house")
    OpeningHours.objects.create(practice=practice, weekday=1, opens=time(9), closes=time(17))
    MenuItem.objects.create(label="Fees", page=make_page("Fees", lists_insurers=True), place="head")
    Announcement.objects.create(text="Closed.", first_day=today, last_day=today)
    ClosureDay.objects.create(first_day=today, last_day=today + timedelta(days=1), reason="Snow")
    CrisisResource.objects.create(name="Night line", text="Somebody is awake.")
    make_notice_text(make_notice("good-faith-estimate"), timezone.now())
    sleep, emdr = make_specialty("Sleep"), make_modality("EMDR")
    supervisor = make_therapist("Marisol Tennant")
    person = make_therapist("Ines Calder", photo=make_image())
    for somebody in (supervisor, person):
        Credential.objects.create(therapist=somebody, abbreviation="PhD", kind="degree")
    Supervision.objects.create(supervisee=person, supervisor=supervisor, from_day="2020-01-01")
    compact = make_compact()
    supervisor.authorities.create(kind="compact", state="NY", compact=compact)
    payer = Payer.objects.create(name="Meadow Health")
    person.payer_participations.create(payer=payer, as_of="2026-01-01")
    person.therapistspecialty_set.create(specialty=sleep, order=0)
    person.modalities.add(emdr)
    person.populations.add(Population.objects.create(name="Teenagers"))
    person.languages.add(Language.objects.create(name="Spanish"))
    person.identities.add(Identity.objects.create(name="A parent"))
    outside = make_referral_contact()
    outside.specialties.add(sleep)
    outside.payers.add(payer)
    article = make_published_article(
        "The drawer",
        [person],
        [sleep],
        lead_image=make_image(alt="A drawer"),
        series=Series.objects.create(title="Nights"),
        reviewed_by=supervisor,
        reviewed_by_name=supervisor.name,
        reviewed_on=today,
    )
    article.modalities.add(emdr)
    make_group("Sleepers", [person], [sleep], location=Location.objects.get())
    open_intake()
