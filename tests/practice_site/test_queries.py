"""Every public page costs the same number of queries for three rows as for ten."""

import datetime

import pytest

from pages.models import (
    Announcement,
    ContactRoute,
    CrisisResource,
    Location,
    MenuItem,
    OpeningHours,
)
from pictures.models import Image
from team.models import (
    Credential,
    Fee,
    Identity,
    Language,
    OfficePerson,
    Payer,
    PayerParticipation,
    Population,
    Supervision,
    TherapistSpecialty,
)
from tests.assertions import assert_cost_does_not_grow
from tests.factories import (
    make_image,
    make_modality,
    make_page,
    make_published_article,
    make_specialty,
    make_therapist,
)

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 1, 5)

# The most a page may cost, so that a new query is a decision and not an accident.
MOST = {
    "/": 14,
    "/blog/": 10,
    "/blog/by/month/": 5,
    "/blog/article-0/": 14,
    "/team/": 17,
    "/team/therapist-0/": 19,
    "/team/compare/people/?who=therapist-0&who=therapist-1&who=therapist-2": 9,
    "/specialties/": 7,
    "/specialties/specialty-0/": 14,
    "/approaches/": 7,
    "/approaches/approach-0/": 14,
    "/contact/": 7,
    "/page-0/": 8,
}


class House:
    """A practice that has as many rows of everything as it is told."""

    def __init__(self, practice):
        self.practice = practice
        self.size = 0
        self.photo = make_image()
        self.supervisor = make_therapist("Supervisor")
        self.articles, self.therapists = [], []

    def grow(self, size):
        while self.size < size:
            self.add(self.size)
            self.size += 1

    def another_photo(self, n):
        """A row of its own, without the work of cutting the same picture again."""
        row = Image(alt=f"Person {n}", file=self.photo.file.name, renditions=self.photo.renditions)
        row.width, row.height = self.photo.width, self.photo.height
        return Image.objects.bulk_create([row])[0]

    def add(self, n):
        photo = self.another_photo(n)
        specialty = make_specialty(f"Specialty {n}")
        modality = make_modality(f"Approach {n}")
        therapist = make_therapist(f"Therapist {n}", photo=photo)
        self.therapists.append(therapist)
        therapist.populations.add(Population.objects.create(name=f"Population {n}"))
        therapist.languages.add(Language.objects.create(name=f"Language {n}"))
        therapist.identities.add(Identity.objects.create(name=f"Identity {n}"))
        Supervision.objects.create(supervisee=therapist, supervisor=self.supervisor, from_day=TODAY)
        Credential.objects.create(therapist=therapist, abbreviation="PhD", name="Doctor")
        Credential.objects.create(therapist=self.supervisor, abbreviation=f"C{n}", name="Doctor")
        payer = Payer.objects.create(name=f"Payer {n}")
        first = self.therapists[0]
        Fee.objects.create(therapist=first, service=f"Session {n}", amount=100)
        PayerParticipation.objects.create(therapist=first, payer=payer, as_of=TODAY)
        OfficePerson.objects.create(first_name=f"Office {n}", role="Desk", photo=photo)
        article = make_published_article(
            f"Article {n}", authors=[therapist, self.supervisor], lead_image=photo
        )
        self.articles.append(article)
        article.bylines.create(therapist=first, order=9)
        # Everybody treats everything, and every article is about everything.
        for who in self.therapists:
            TherapistSpecialty.objects.get_or_create(therapist=who, specialty=specialty)
            who.modalities.add(modality)
        for each in self.articles:
            each.specialties.add(specialty)
            each.modalities.add(modality)
        for topic in first.specialties.all():
            TherapistSpecialty.objects.get_or_create(therapist=therapist, specialty=topic)
        body = f'<figure data-image="{photo.pk}"></figure><p>Text.</p>'
        page = make_page(f"Page {n}", body=body, lists_insurers=True)
        MenuItem.objects.create(place="head", label=f"Page {n}", page=page, order=n)
        MenuItem.objects.create(place="foot", label=f"Page {n}", page=page, order=n)
        OpeningHours.objects.create(
            practice=self.practice,
            weekday=n % 7,
            opens=datetime.time(8 + n),
            closes=datetime.time(9 + n),
        )
        Location.objects.create(practice=self.practice, name=f"House {n}", street="Larch Street")
        CrisisResource.objects.create(name=f"Help {n}", text="Awake.", call="988")
        today = datetime.date.today()  # noqa: DTZ011  a day on either side covers every zone
        day = datetime.timedelta(days=2)
        Announcement.objects.create(text=f"News {n}", first_day=today - day, last_day=today + day)
        if n < len(ContactRoute.Audience.values):
            ContactRoute.objects.create(audience=ContactRoute.Audience.values[n], text="Call.")


def test_cost_of_a_page_does_not_grow_with_content(client, practice):
    costs = assert_cost_does_not_grow(client, MOST, House(practice).grow)
    over = {address: cost for address, cost in costs.items() if cost > MOST[address]}
    assert not over


@pytest.mark.parametrize("address", ["/robots.txt", "/admin/pages/image/5/"])
def test_what_shows_nothing_of_the_practice_asks_nothing(
    client, django_assert_num_queries, address
):
    with django_assert_num_queries(0):
        assert client.get(address).status_code in (200, 302)
