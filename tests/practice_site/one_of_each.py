"""One row of each model that has pages at the desk."""

from django.utils import timezone

from blog.models import Series
from editing.models import Redirect
from intake.models import MonthlyDemand, RoomEvent
from outbox.models import Message
from pages.models import (
    Announcement,
    ClosureDay,
    ContactRoute,
    CrisisResource,
    MenuItem,
    Practice,
)
from search.models import DangerWords, SameMeaning
from team.models import Identity, Language, OfficePerson, Payer, Population, Supervision
from tests import factories
from tests.factories import make_user

DAY = timezone.datetime(2026, 11, 23).date()
MAKE = {
    "blog.Article": lambda user: factories.make_article(authors=["A guest"]),
    "blog.Article own draft": lambda user: factories.make_article(created_by=user),
    "blog.Article own published": lambda user: factories.make_published_article(
        authors=["A guest"], created_by=user
    ),
    "blog.Series": lambda user: Series.objects.create(title="The first three months"),
    "groups.Group": lambda user: factories.make_group(),
    "intake.CareAloneAge": lambda user: factories.make_care_alone_age(),
    "intake.Inquiry": lambda user: factories.make_inquiry(),
    "intake.MonthlyDemand": lambda user: MonthlyDemand.objects.create(
        month=DAY.replace(day=1), kind="state", label="Oregon", number=7
    ),
    "intake.ReferralContact": lambda user: factories.make_referral_contact(),
    "intake.RoomEvent": lambda user: RoomEvent.objects.note(RoomEvent.Kind.UNLOCKED, user),
    "intake.SavedAnswer": lambda user: factories.make_saved_answer(),
    "outbox.Message": lambda user: Message.objects.create(recipient="a@b.example", subject="Hello"),
    "pages.Announcement": lambda user: Announcement.objects.create(
        text="The elevator rests.", first_day=DAY, last_day=DAY
    ),
    "pages.ClosureDay": lambda user: ClosureDay.objects.create(
        reason="Thanksgiving", first_day=DAY, last_day=DAY
    ),
    "pages.ContactRoute": lambda user: ContactRoute.objects.create(audience="jobs", text="Write"),
    "pages.CrisisResource": lambda user: make_crisis_help(),
    "pictures.Image": lambda user: factories.make_image(),
    "editing.Redirect": lambda user: Redirect.objects.leave("/old/", "/new/"),
    "search.SameMeaning": lambda user: SameMeaning.objects.create(words="blue, sad"),
    "search.DangerWords": lambda user: DangerWords.objects.create(name="More", phrases="not here"),
    "pages.LegalNotice": lambda user: factories.make_notice(),
    "pages.NoticeText": lambda user: factories.make_notice_text(),
    "pages.Location": lambda user: factories.make_location(),
    "pages.MenuItem": lambda user: MenuItem.objects.create(
        label="Team", section="blog:article_list"
    ),
    "pages.Page": lambda user: factories.make_page(),
    "pages.Practice": lambda user: factories.make_practice(),
    "staff.User": lambda user: make_user("author"),
    "team.Compact": lambda user: factories.make_compact(),
    "team.Language": lambda user: Language.objects.create(name="Spanish"),
    "team.Modality": lambda user: factories.make_modality(),
    "team.OfficePerson": lambda user: OfficePerson.objects.create(first_name="Dana", role="Desk"),
    "team.Identity": lambda user: Identity.objects.create(name="A parent"),
    "team.Payer": lambda user: Payer.objects.create(name="Northline"),
    "team.Population": lambda user: Population.objects.create(name="Adults"),
    "team.PracticeAuthority": lambda user: factories.make_therapist().authorities.get(),
    "team.Specialty": lambda user: factories.make_specialty(),
    "team.Supervision": lambda user: Supervision.objects.create(
        supervisee=factories.make_therapist(), supervisor=factories.make_therapist(), from_day=DAY
    ),
    "team.Therapist": lambda user: factories.make_therapist(),
    "team.Therapist own": lambda user: factories.make_therapist(user=user),
    "team.Therapist own that waits for a yes": lambda user: make_asked_about(user),
    "team.TitleWording": lambda user: factories.make_wording(),
}


def make_asked_about(user):
    Practice.objects.update_or_create(pk=1, defaults={"profiles_wait_for_yes": True})
    return getattr(user, "therapist", None) or factories.make_therapist(user=user)


def make_crisis_help():
    # The last one shown cannot be deleted, so there are two.
    CrisisResource.objects.create(name="The Trevor Project", text="For young people")
    return CrisisResource.objects.create(name="988", text="Lifeline")
