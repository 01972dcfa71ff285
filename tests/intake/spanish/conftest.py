"""A practice that answers in Spanish and has written something of its own, in English, wherever it can."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from pages.models import (
    Announcement,
    ClosureDay,
    CrisisResource,
    Location,
    MenuItem,
    OpeningHours,
)
from team.models import Credential, Payer
from tests import factories

OURS = {
    "responder": "the people of our desk",
    "voicemail_note": "Only the two of us hear it.",
    "plan_note": "The plan may tell whoever pays for it.",
    "minors_note": "The parents are with you.",
    "ages_note": "We see people of these ages.",
    "elsewhere_note": "We are in the one state.",
    "short_name_meaning": "The name of the hill with our house",
    "email": "desk@larchmont.example",
}


@pytest.fixture
def practice(db):
    factories.open_intake()
    return factories.make_practice(answers_in_spanish=True)


@pytest.fixture
def english(practice):
    """``practice``, where all that staff may write has a sentence in it that is English without doubt."""
    for name, words in OURS.items():
        setattr(practice, name, words)
    practice.save()
    today = timezone.localdate()
    Location.objects.create(
        practice=practice, name="The house with the lamp", street="14 Larch Street, up the steps"
    )
    OpeningHours.objects.create(practice=practice, weekday=1, opens=time(9), closes=time(17))
    MenuItem.objects.create(label="What is with the fees", page=factories.make_page("Fees"))
    MenuItem.objects.create(label="The contact", section="pages:contact", place="foot")
    Announcement.objects.create(
        text="We are at the lake this week. The house is closed.", first_day=today, last_day=today
    )
    ClosureDay.objects.create(
        first_day=today, last_day=today + timedelta(days=1), reason="the snow on the road"
    )
    CrisisResource.objects.create(name="The night line", text="Somebody is with you.", call="555")
    CrisisResource.objects.create(
        name="Línea de ayuda", text="En español.", call="988", language="es"
    )
    CrisisResource.objects.create(name="For the young", text="The youth line.", kind="young")
    for kind in ("good-faith-estimate", "privacy-practices"):
        text = {"title": "What the law is for", "notice": factories.make_notice(kind)}
        factories.make_notice_text(stands_since=timezone.now(), **text)
    factories.make_referral_contact(
        description="For the people with us", is_named_to_visitors=True, last_confirmed_on=today
    )
    topics = [factories.make_specialty("The worry with you"), factories.make_specialty("Trauma")]
    person = factories.make_therapist(
        "Ines Calder", photo=factories.make_image(alt="With the dog"), title="Head of the house"
    )
    Credential.objects.create(therapist=person, abbreviation="PhD", kind="degree")
    person.payer_participations.create(
        payer=Payer.objects.create(name="Meadow Health"), as_of="2026-01-01"
    )
    person.populations.create(name="For the teens", youngest=14, oldest=17)
    person.languages.create(name="Spanish")
    person.modalities.create(name="Help with the hands", slug="hands")
    for kind in ("faith", "identity"):
        person.identities.create(name=f"Of the {kind}", kind=kind)
    away = factories.make_therapist("Theo Brandvold", availability="closed")
    factories.make_group("Living with the loss", [person, away])
    return {"topic": topics[0].slug, "person": person}
