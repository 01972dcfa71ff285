"""Somebody with everything that can be held back, and all that visitors are given of her."""

import html
from datetime import date

from blog.models import Byline
from editing import contents, versioning
from intake.admin.saved_answers import public_name
from pages.models import Location
from search.indexing import catch_up_for_good
from team.models import Credential, Therapist
from tests.editing.links import link_for, open_link
from tests.factories import (
    make_group,
    make_image,
    make_modality,
    make_published_article,
    make_specialty,
    make_therapist,
    make_user,
    open_intake,
)
from tests.intake.persons import answers
from tests.sitemap import sections
from tests.team.outlets import OUTLETS
from tests.team.rights import right

REGISTER = "https://register.example/june"


def make_june(practice):
    """Somebody who stands in every outlet, with everything that could be held back."""
    open_intake()
    Location.objects.create(practice=practice, name="Office", street="9 Hollow Way", city="Larch")
    photo = make_image(90, 90, alt="June Aldecott-Voß at her desk")
    june = make_therapist(
        "June Aldecott-Voß", states=[], slug="june-aldecott-voss", photo=photo, is_evening=True,
        availability_note="Tuesdays at four",
    )  # fmt: skip
    make_therapist("Ines Calder", is_by_day=True)
    Credential.objects.create(
        therapist=june, name="Licensed psychologist", kind="license", state="NY", number="K-77"
    )
    right(june, "NY", number="K-77", register_url=REGISTER)
    sleep, emdr = make_specialty("Sleep"), make_modality("EMDR")
    gone = make_therapist("Ada Gone", slug="ada-gone", left_on=date(2021, 1, 1))
    for person in (june, gone):
        person.therapistspecialty_set.create(specialty=sleep, order=0)
    june.modalities.add(emdr)
    review = {
        "reviewed_by": june,
        "reviewed_by_name": "June Aldecott-Voß, PsyD",
        "reviewed_on": date(2026, 3, 1),
    }
    article = make_published_article(
        "On sleep", [june], [sleep], slug="on-sleep", posted_by="June ALDECOTT-VOSS", **review
    )
    article.modalities.add(emdr)
    Byline.objects.create(
        article=article,
        name="A Former Intern",
        title="Intern",
        supervised_by="June Aldecott-Voß, PsyD",
        order=1,
    )
    make_group("Sleepers", [june], [sleep], location=Location.objects.get(), begins_at="16:00")
    return june


def hold_back(june, **switches):
    for name, value in switches.items():
        setattr(june, name, value)
    june.save()
    catch_up_for_good()
    return june


def everything(client, june):
    """{outlet: all that comes with it}: each page, feeds, sitemap, a private link, the form's answer, a letter."""
    addresses = {**OUTLETS, "profile": june.get_absolute_url()}
    addresses.pop("page of who trains here")  # she is no trainee
    addresses["what a search finds"] = "/search/?q=june"
    addresses["whom one asked for on Get Started"] = f"/get-started/?therapist={june.slug}"
    lists = {
        name: address.replace("/author/june-aldecott/", f"/author/{june.slug}/")
        for name, address in addresses.items()
    }
    found = {name: client.get(address).content.decode() for name, address in lists.items()}
    found |= sections(client)
    content = contents.of(Therapist)
    data = content.data_of_row(june)
    versioning.record(june, data, by=None, substance=content.substance(data), is_current=True)
    found["private link"] = open_link(
        client, link_for(june, make_user(name="Rae"))
    ).content.decode()
    sent = client.post("/get-started/", answers(therapist=june.slug), follow=True)
    found["person's own page"] = sent.content.decode()
    found["letter"] = public_name("June Aldecott-Voß")
    return {name: html.unescape(text) for name, text in found.items()}
