"""The practice's own facts, its pages, menu, notices and pictures."""

from datetime import date, time

from django.core.files.base import ContentFile

from pages.models import (
    Announcement,
    ClosureDay,
    ContactRoute,
    CrisisResource,
    LegalNotice,
    Location,
    MenuItem,
    NoticeText,
    OpeningHours,
    Practice,
)
from pictures.models import Image
from search.models import DangerWords
from team.models import OfficePerson
from tests.factories import jpeg


def make():
    larch = picture("larch", "A larch in the fog", credit="Ines Moor")
    picture("line", "", is_decorative=True)
    practice = Practice(
        pk=1,
        name="Lowmoor Counseling",
        short_name="Lowmoor",
        tagline="A quiet place above a bakery.",
        introduction="Two rooms, and a kettle.",
        phone="(555) 010-0142",
        email="office@lowmoor.example",
        states_served=["NY", "VT"],
        accent="#5b2f4a",
        responder="Dana Osei, our coordinator",
        short_name_meaning="The moor below the town",
        voicemail_note="Only Dana hears it.",
        safety_protocol="Call, and stay on the line.",
        minors_note="Both parents sign.",
        shows_answer_share=True,
        answers_in_spanish=True,
        mail_name="Lowmoor",
        mail_reply_to="office@lowmoor.example",
        logo=larch,
        elsewhere_note="We may see people in two states.",
        ages_note="We see people from fourteen on.",
        plan_note="A statement may name us.",
    )
    practice.full_clean()
    practice.save()
    for weekday in OpeningHours._meta.get_field("weekday").flatchoices:
        OpeningHours.objects.create(
            practice=practice, weekday=weekday[0], opens=time(9), closes=time(17)
        )
    address = {"street": "1 Heather Way", "city": "Alder", "state": "NY", "postal_code": "00501"}
    address |= {"getting_here": "Ring twice."}
    house = Location.objects.create(
        practice=practice, name="Lowmoor", **address, phone="(555) 010-0145", hours="Mondays", entrance="Five steps.",
        parking="In the yard.", transit="Bus 6.", inside="Two chairs.", is_step_free=True, has_elevator=True, has_restroom=True,
        map_url="https://map.example/", picture=picture("lowmoor", "A gray house"),
    )  # fmt: skip
    house.parking = "Behind the house."
    house.save()
    Location.objects.create(practice=practice, name="Online", order=1)
    make_notices()
    OfficePerson.objects.create(
        first_name="Dana", role="Coordinator", photo=larch, about="At the desk."
    )
    OfficePerson.objects.create(first_name="Fern", role="Was here", is_listed=False)


def picture(name, alt, **fields):
    image = Image(alt=alt, **fields)
    # Each of another color: files are named for what is in them.
    color = f"#7a9a{Image.objects.count():02x}"
    image.file = ContentFile(jpeg(64, 80, color), name=f"{name}.jpg")
    image.save()
    return image


def make_notices():
    CrisisResource.objects.create(name="Lowmoor night line", text="Awake all night.", call="988")
    CrisisResource.objects.create(
        name="By text",
        text="Without a word said.",
        text_to="988",
        chat_url="https://chat.example/",
        text_word="HOME",
        deaf_how="By videophone",
        deaf_call="(555) 010-0144",
        deaf_url="https://chat.example/deaf/",
        checked_on=date(2026, 11, 28),
        is_shown=False,
    )
    for field in ("kind", "country", "language"):
        for value, _words in CrisisResource._meta.get_field(field).flatchoices:
            CrisisResource.objects.create(
                name=f"Another {field}", text="Awake.", call="988", is_shown=False, **{field: value}
            )
    for value, _words in DangerWords._meta.get_field("kind").flatchoices:
        DangerWords.objects.create(name=f"About {value}", phrases="owls are near", kind=value)
    ClosureDay.objects.create(
        first_day=date(2026, 12, 24), last_day=date(2027, 1, 1), reason="Winter break"
    )
    Announcement.objects.create(
        text="The elevator rests.", first_day=date(2026, 11, 1), last_day=date(2126, 11, 1)
    )
    for audience in ContactRoute.Audience.values:
        ContactRoute.objects.create(
            audience=audience, text=f"For {audience}: call us.", phone="(555) 010-0143",
            email="desk@lowmoor.example", link="/get-started/", link_label="Get started",
        )  # fmt: skip
    make_legal_notices()
    for number, section in enumerate(MenuItem.Section.values):
        MenuItem.objects.create(place="head", label=f"Part {number}", section=section)
    MenuItem.objects.create(place="foot", label="The bakery", outside_url="https://bread.example/")
    MenuItem.objects.create(place="foot", label="Old", section="pages:contact", is_shown=False)


def make_legal_notices():
    LegalNotice.objects.create(kind="board", name="New York, counselors")
    LegalNotice.objects.create(kind="language-help", language="es")
    for notice in LegalNotice.objects.all():
        for outcome in NoticeText.Outcome.values:
            NoticeText.objects.create(
                notice=notice, outcome=outcome, title=f"About {notice.kind}", text="<p>You may ask.</p>",
                has_substance_use=notice.kind == "privacy-practices", substance_use_text="<p>Kept apart.</p>", contact_name="Dana Osei",
                contact_phone="(555) 010-0142", contact_email="office@lowmoor.example", reason="We hold none.",
                decided_by="Dana Osei", model_url="https://agency.example/model", model_seen_on=date(2026, 11, 1),
                in_force_from=date(2026, 11, 2),
            ).put_in_force("Dana Osei")  # fmt: skip
    NoticeText.objects.update(in_office_on=date(2026, 11, 3), in_office_by="Dana Osei")
