"""Rows for tests, valid and with as little in them as the models allow. Any field may be given."""

import io
import itertools
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.text import slugify
from PIL import Image as Pillow

from blog.models import Article, Byline
from groups.models import Group as GroupOfPeople
from intake.documents import person_keys, sealed
from intake.documents.content import Content, to_document
from intake.documents.opened import read_inquiry
from intake.models import (
    CareAloneAge,
    Inquiry,
    KeyHolder,
    PracticeKey,
    ReferralContact,
    SavedAnswer,
)
from intake.receiving import address_index
from intake.room import holders, roll
from intake.room.unlocking import Room
from pages.models import LegalNotice, Location, NoticeText, Page, Practice
from pictures.models import Image
from staff.role_groups import sync_roles
from team.models import Compact, Modality, PracticeAuthority, Specialty, Therapist, TitleWording

numbers = itertools.count(1)
PASSWORD = "a long enough password"


def make_user(*roles, **fields):
    """Somebody who may sign in with ``PASSWORD`` and has these roles: ``make_user("editor")``."""
    number = next(numbers)
    fields = {
        "username": f"person{number}",
        "email": f"person{number}@practice.example",
        "name": f"Person {number}",
        "is_staff": True,
        **fields,
    }
    user = get_user_model()(**fields)
    user.set_password(PASSWORD)
    user.save()
    if roles:
        if Group.objects.filter(name__in=roles).count() < len(roles):
            sync_roles()
        user.groups.set(Group.objects.filter(name__in=roles))
    return user


def make_practice(**fields):
    fields = {
        "name": "Larchmont Counseling",
        "phone": "(555) 010-0199",
        "states_served": ["NY"],
        **fields,
    }
    practice = Practice(pk=1, **fields)
    practice.save()
    return practice


def jpeg(width=64, height=80, color="#7a9a80"):
    """The bytes of a plain picture."""
    out = io.BytesIO()
    Pillow.new("RGB", (width, height), color).save(out, "JPEG")
    return out.getvalue()


def make_image(width=64, height=80, **fields):
    image = Image(**{"alt": "A larch in the fog", **fields})
    image.file = ContentFile(jpeg(width, height), name=f"larch{next(numbers)}.jpg")
    image.save()
    return image


def make_specialty(name="Trauma", **fields):
    return Specialty.objects.create(name=name, **{"slug": slugify(name), **fields})


def make_modality(name="EMDR", **fields):
    return Modality.objects.create(name=name, **{"slug": slugify(name), **fields})


def make_therapist(name=None, states=("NY",), **fields):
    """A therapist on the site, with room, licensed in ``states``. ``user`` may be given."""
    name = name or f"Hana Wexler {next(numbers)}"
    fields = {
        "slug": slugify(name),
        "title": "Licensed psychologist",
        "is_listed": True,
        "availability": Therapist.Availability.ACCEPTING,
        "availability_confirmed_on": timezone.localdate(),
        **fields,
    }
    therapist = Therapist.objects.create(name=name, **fields)
    if therapist.translation_of_id is None:
        PracticeAuthority.objects.bulk_create(
            PracticeAuthority(therapist=therapist, state=state) for state in states
        )
    return therapist


def make_compact(name="PSYPACT", states=("AZ", "WA"), **fields):
    given = {"profession": "psychology", "wording": "Authority by a compact", "checked_by": "Dana"}
    compact = Compact.objects.create(name=name, **{**given, **fields})
    for state in states:
        compact.members.create(state=state)
    return compact


def make_notice(kind="board", language="en", name=None, **fields):
    """The kinds there is one of are there from the start; a board's is another each time."""
    if name is None:
        name = f"Board {next(numbers)}" if kind == "board" else ""
    return LegalNotice.objects.get_or_create(kind=kind, language=language, name=name, **fields)[0]


def make_notice_text(notice=None, stands_since=None, **fields):
    """A draft; from ``stands_since`` on, it is in force."""
    text = NoticeText(
        notice=notice or make_notice(),
        **{"title": "A notice", "text": "<p>You may ask.</p>", **fields},
    )
    if stands_since:
        text.in_force_from = timezone.localdate(stands_since)
        text.put_in_force("Dana Osei", stands_since)
    else:
        text.save()
    return text


def make_wording(words="LPC Associate", state="NY", **fields):
    given = {"profession": "counseling", "checked_by": "Dana", **fields}
    return TitleWording.objects.create(words=words, state=state, **given)


def make_article(title=None, authors=(), specialties=(), **fields):
    """A draft. ``authors`` are therapists or names."""
    title = title or f"On sleeping badly {next(numbers)}"
    article = Article.objects.create(
        title=title,
        **{"slug": slugify(title), "body": "<p>Most of us know the ceiling.</p>", **fields},
    )
    for order, author in enumerate(authors):
        who = {"name": author} if isinstance(author, str) else {"therapist": author}
        Byline.objects.create(article=article, order=order, **who)
    article.specialties.set(specialties)
    return article


def make_published_article(title=None, authors=(), specialties=(), **fields):
    """An article that has been on the site for a day."""
    fields.setdefault("publish_at", timezone.now() - timedelta(days=1))
    article = make_article(title, authors, specialties, **fields)
    article.publish()
    return article


def make_location(name=None, **fields):
    """A place with a page: what is told makes one. There is a practice with it, if need be."""
    fields = {"street": "14 Larch Street", "city": "Wendham", "parking": "In the yard.", **fields}
    practice = Practice.objects.filter(pk=1).first() or make_practice()
    name = name or f"House {next(numbers)}"
    return Location.objects.create(practice=practice, name=name, **fields)


def make_page(title=None, **fields):
    """A page on the site; ``state="draft"`` for one that is not."""
    title = title or f"Fees {next(numbers)}"
    fields = {
        "slug": slugify(title),
        "body": "<p>A session is fifty minutes.</p>",
        "state": Page.State.APPROVED,
        "publish_at": timezone.now() - timedelta(days=1),
        **fields,
    }
    return Page.objects.create(title=title, **fields)


def make_group(title=None, leaders=(), specialties=(), **fields):
    """A group on the site, with room; ``state="draft"`` for one that is not."""
    title = title or f"Living on {next(numbers)}"
    fields = {
        "slug": slugify(title),
        "for_whom": "Whoever lost somebody",
        "body": "<p>People sit in a circle.</p>",
        "weekday": 1,
        "room_confirmed_on": timezone.localdate(),
        "state": GroupOfPeople.State.APPROVED,
        "publish_at": timezone.now() - timedelta(days=1),
        **fields,
    }
    group = GroupOfPeople.objects.create(title=title, **fields)
    group.leaders.set(leaders)
    group.specialties.set(specialties)
    return group


PASSPHRASE = "a quiet room with two chairs"
RECOVERY_CODE = "-".join(["TEST"] * 12 + ["TESQ"])
MEANT = {"name": "Rowan", "route": "email", "email": "rowan@mail.example", "state": "NY"}


def make_content(**fields):
    return Content(**{**MEANT, "for_whom": "me", "age": "26-64", **fields})


def make_inquiry(content=None, *, code=None, **fields):
    """Sealed as when it comes in; ``code`` opens the person's page."""
    open_intake()
    code = code or person_keys.new_code()
    # A reference of digits alone would stand in every address of it: elsewhere only its letters are capitals.
    row_id = next(one for one in iter(uuid4, None) if not one.hex[:8].isdecimal())
    content = replace(content or make_content(), code=code)
    closed, key = sealed.close(to_document(content), sealed.CONTENT, row_id)
    return Inquiry.objects.create(
        id=row_id,
        content=closed,
        practice_key=key,
        address_index=address_index(content),
        **{**person_keys.fields_for(code), **fields},
    )


def make_referral_contact(name="Quince Street Clinic", **fields):
    return ReferralContact.objects.create(name=name, **fields)


def make_saved_answer(title="We have time", kind="letter", text="Hello {name}.", **fields):
    return SavedAnswer.objects.create(title=title, kind=kind, text=text, **fields)


def make_care_alone_age(state="NY", age=16, **fields):
    """Invented, as every age in a test is."""
    return CareAloneAge.objects.create(
        **{"state": state, "age": age, "checked_by": "Dana Osei", **fields}
    )


def told(inquiry, code=RECOVERY_CODE):
    """What the person wrote, opened with the recovery code."""
    own = holders.private_key_of(KeyHolder.objects.get(sheet="A"), code)
    return read_inquiry(Room(own), inquiry).content


def open_intake():
    """A practice key that takes inquiries. Only a recovery code opens it until
    ``make_key_holder``."""
    if not PracticeKey.objects.filter(takes_inquiries=True).exists():
        with roll.changing():
            recovery_code = holders.make_holder(RECOVERY_CODE, sheet="A", is_proven=True)
            holders.turn_over(begin_with=[recovery_code])
            PracticeKey.objects.filter(is_current=True).update(takes_inquiries=True)
    return PracticeKey.objects.current()


def make_room_ready():
    """Two people and both recovery codes can open what comes in: the desk has nothing to say about keys."""
    with roll.changing():  # once for all
        for _number in range(2):
            make_key_holder(make_user("coordinator"))
        own = holders.private_key_of(KeyHolder.objects.get(sheet="A"), RECOVERY_CODE)
        holders.let_in(own, holders.make_holder(RECOVERY_CODE, sheet="B", is_proven=True))


def make_key_holder(user, passphrase=PASSPHRASE):
    """Somebody who can open everything."""
    with roll.changing():  # once for all
        open_intake()
        own = holders.private_key_of(KeyHolder.objects.get(sheet="A"), RECOVERY_CODE)
        holder = holders.make_holder(passphrase, user=user, is_proven=True)
        holders.let_in(own, holder)
    return holder
