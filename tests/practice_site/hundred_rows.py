"""A hundred rows of each model that has a list at the desk, as a practice would have them: with authors, topics,
pictures and times."""

from datetime import date, timedelta

from django.utils import timezone

from blog.models import Article, Byline, Series
from editing.models import Redirect
from groups.models import Group
from intake.models import CareAloneAge, MonthlyDemand, ReferralContact, RoomEvent
from outbox.models import Message
from pages.models import (
    Announcement,
    ClosureDay,
    ContactRoute,
    CrisisResource,
    LegalNotice,
    Location,
    MenuItem,
    NoticeText,
    Page,
    Practice,
)
from pages.states import STATES
from pictures.models import Image
from staff.models import User
from team.models import (
    Compact,
    CompactMember,
    Identity,
    Language,
    Modality,
    OfficePerson,
    Payer,
    Population,
    PracticeAuthority,
    Specialty,
    Supervision,
    Therapist,
    TitleWording,
)
from tests import factories

# A practice has a dozen, and other lists are narrowed by them.
TOPICS = 12
BODY = "<p>Most of us know the ceiling.</p>" * 150


def fill(count):
    """Brings every list to this many rows, a few more or less where the practice has its own."""
    images = make_images(count)
    topics = make_vocabulary(min(count, TOPICS))
    users = make_users(count)
    people = make_people(count, images)
    make_articles(count, images, topics, people)
    make_supervisions(people)
    make_groups(count, people)
    make_pages(count)
    make_practice_lists(count)
    make_referral_lists(count, topics, users)


def make_images(count):
    """One that is made, and the others with its sizes."""
    one = factories.make_image(800, 1000)
    same = {"file": one.file.name, "width": one.width, "height": one.height}
    same["renditions"] = one.renditions
    rows = [Image(alt=f"A larch in the fog {number}", **same) for number in range(1, count)]
    return [one, *Image.objects.bulk_create(rows)]


def make_vocabulary(until, first=0):
    for model in (Specialty, Modality):
        model.objects.bulk_create(
            model(name=f"Sleep {number}", slug=f"sleep-{number}", order=number, body=BODY)
            for number in range(first, until)
        )
    for model in (Population, Language, Identity, Payer):
        model.objects.bulk_create(
            model(name=f"Sleepers {number}", order=number) for number in range(first, until)
        )
    return list(Specialty.objects.all())


def make_users(count):
    for number in range(count):
        factories.make_user(("editor", "author", "clinician")[number % 3])
    now = timezone.now()
    User.objects.update(last_login=now - timedelta(days=2))
    return list(User.objects.all())


def make_people(count, images):
    return Therapist.objects.bulk_create(
        Therapist(
            name=f"Hana Wexler {number}", slug=f"hana-{number}", title="Licensed psychologist", photo=images[number % 40],
            is_listed=number % 3 > 0, availability="accepting", biography=BODY, order=number,
            availability_confirmed_on=timezone.localdate() - timedelta(days=number),
        )
        for number in range(count)
    )  # fmt: skip


def make_articles(count, images, topics, people):
    now = timezone.now()
    series = Series.objects.bulk_create(
        Series(title=f"The first {number} months", slug=f"months-{number}", description="In order.")
        for number in range(count)
    )
    articles = Article.objects.bulk_create(
        Article(
            title=f"On sleeping badly {number}", slug=f"on-sleep-{number}", body=BODY, lead_image=images[number % len(images)],
            state=("approved", "draft", "approved", "withdrawn")[number % 4], series=series[0] if number % 9 == 0 else None,
            publish_at=now + timedelta(days=20 - number), opening_lines="Most of us know it.",
        )
        for number in range(count)
    )  # fmt: skip
    Byline.objects.bulk_create(
        Byline(article=article, therapist=people[(number + order) % count], order=order)
        for number, article in enumerate(articles)
        for order in range(1 + number % 2)
    )
    about = Article.specialties.through
    about.objects.bulk_create(
        about(article=article, specialty=topics[(number + more) % len(topics)])
        for number, article in enumerate(articles)
        for more in range(1 + number % 3)
    )


def make_groups(count, people):
    now = timezone.now()
    groups = Group.objects.bulk_create(
        Group(title=f"Worry {number}", slug=f"worry-{number}", body=BODY, state="approved", publish_at=now, weekday=1)
        for number in range(count)
    )  # fmt: skip
    leads = Group.leaders.through
    leads.objects.bulk_create(
        leads(group=group, therapist=people[number]) for number, group in enumerate(groups)
    )


def make_supervisions(people):
    first = date(2026, 1, 5)
    compacts = Compact.objects.bulk_create(
        Compact(
            name=f"Compact {number}",
            profession="psychology",
            wording="By it",
            checked_by="Dana Osei",
        )
        for number, _one in enumerate(people)
    )
    PracticeAuthority.objects.bulk_create(
        PracticeAuthority(
            therapist=one, state="NY", number="7", to_day=first if number % 5 == 0 else None, profession="psychology",
            kind=("license", "supervised", "compact")[number % 3], compact=compacts[number] if number % 3 == 2 else None,
        )
        for number, one in enumerate(people)
    )  # fmt: skip
    TitleWording.objects.bulk_create(
        TitleWording(
            state="NY", profession="counseling", words=f"Associate {number}", checked_by="Dana Osei"
        )
        for number, _one in enumerate(people)
    )
    CompactMember.objects.bulk_create(
        CompactMember(compact=compact, state=state)
        for compact in compacts
        for state in ("NY", "WA")
    )
    Supervision.objects.bulk_create(
        Supervision(supervisee=one, supervisor=people[number - 1], state="NY", from_day=first)
        for number, one in enumerate(people)
    )


def make_pages(count):
    now = timezone.now()
    pages = Page.objects.bulk_create(
        Page(title=f"Fees {number}", slug=f"fees-{number}", body=BODY, state="approved", publish_at=now)
        for number in range(count)
    )  # fmt: skip
    MenuItem.objects.bulk_create(
        MenuItem(label=f"Fees {number}", page=page, order=number)
        for number, page in enumerate(pages)
    )
    Redirect.objects.bulk_create(
        Redirect(old_path=f"/old-{number}/", new_path=f"/new-{number}/") for number in range(count)
    )


def make_practice_lists(count):
    first = timezone.localdate() - timedelta(days=count // 2)
    days = [first + timedelta(days=number) for number in range(count)]
    ClosureDay.objects.bulk_create(
        ClosureDay(reason="Thanksgiving", first_day=day, last_day=day) for day in days
    )
    Announcement.objects.bulk_create(
        Announcement(text="The elevator rests.", first_day=day, last_day=day) for day in days
    )
    ContactRoute.objects.bulk_create(
        ContactRoute(audience=audience, text="Write to us") for audience in ContactRoute.Audience
    )
    CrisisResource.objects.bulk_create(
        CrisisResource(name=f"988 {number}", text="Lifeline", call="988", order=number)
        for number in range(count)
    )
    practice = Practice.objects.get_or_create(pk=1)[0]
    Location.objects.bulk_create(
        Location(practice=practice, name=f"House {number}", slug=f"house-{number}", order=number)
        for number in range(count)
    )
    boards = LegalNotice.objects.bulk_create(
        LegalNotice(kind="board", name=f"Board {number}", slug=f"board-{number}")
        for number in range(max(1, count - LegalNotice.objects.count()))
    )
    NoticeText.objects.bulk_create(
        NoticeText(notice=boards[0], title=f"Text {number}", text="<p>Ask.</p>")
        for number in range(count)
    )
    OfficePerson.objects.bulk_create(
        OfficePerson(first_name=f"Dana {number}", role="Desk", order=number)
        for number in range(count)
    )
    Message.objects.bulk_create(
        Message(recipient="a@b.example", subject=f"Hello {number}") for number in range(count)
    )


def make_referral_lists(count, topics, users):
    contacts = ReferralContact.objects.bulk_create(
        ReferralContact(name=f"Quince Street {number}", states=["NY"], phone="(555) 010-0199")
        for number in range(count)
    )
    for contact in contacts:
        contact.specialties.set(topics[:2])
    CareAloneAge.objects.bulk_create(
        CareAloneAge(state=state, age=16, checked_by="Dana Osei") for state, _name in STATES[:count]
    )
    MonthlyDemand.objects.bulk_create(
        MonthlyDemand(month=date(2026, 10, 1), kind="state", label=f"Oregon {number}", number=7)
        for number in range(count)
    )
    for number in range(count):
        RoomEvent.objects.note(RoomEvent.Kind.UNLOCKED, users[number % len(users)])
