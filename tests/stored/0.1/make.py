"""How the samples beside this file were made. It runs on version 0.1.0 only, in a checkout of it:

    python tests/stored/0.1/make.py FOLDER postgres://postgres@127.0.0.1:5432/EMPTY

Not run by any test, and not kept up to date: it tells what is in the samples. Everybody in them is
made up, and every secret was made for them alone.
"""

import json
import os
import secrets
import sqlite3
import subprocess
import sys
import tempfile
from datetime import date, time
from pathlib import Path

HERE = Path(__file__).resolve()
ROOT = HERE.parents[3]
sys.path.insert(0, str(ROOT))


def main(folder, postgres):
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as state:
        lines, sqlite = Path(state, "rows.jsonl"), Path(state, "db.sqlite3")
        common = os.environ | {
            "SECRET_KEY": f"stored-sample-of-0.1.0-{secrets.token_urlsafe(40)}",
            "STATE_DIR": state,
            "SITE_URL": "http://127.0.0.1:8000",
            "DJANGO_SETTINGS_MODULE": "practice_site.settings",
        }
        on_sqlite = common | {"DATABASE_URL": f"sqlite:///{sqlite}"}
        on_postgres = common | {"DATABASE_URL": postgres}
        for environment, step in ((on_sqlite, "fill"), (on_postgres, "copy")):
            manage = [sys.executable, ROOT / "manage.py", "migrate", "--verbosity=0"]
            subprocess.run(manage, env=environment, check=True, cwd=ROOT)
            again = [sys.executable, HERE, f"--{step}", folder, lines]
            subprocess.run(again, env=environment, check=True, cwd=ROOT)
        (folder / "db.sqlite3").unlink(missing_ok=True)
        with sqlite3.connect(sqlite) as database:
            # Smaller than usual, so that three hundred nearly empty tables and indexes stay small.
            database.execute("PRAGMA journal_mode=DELETE")
            database.execute("PRAGMA page_size=1024")
            database.execute("VACUUM")
        (folder / "db.sqlite3").write_bytes(sqlite.read_bytes())
        dump = ["pg_dump", "--inserts", "--no-owner", "--no-privileges", postgres]
        text = subprocess.run(dump, check=True, capture_output=True, text=True).stdout
        (folder / "db.sql").write_text(without_session_settings(text))
        (folder / "mail_key").write_text(Path(state, "mail_key").read_text())


def without_session_settings(text):
    """What is for the session that loads a dump, or for psql alone, differs by version."""
    for_session = ("SET ", "--", "\\", "SELECT pg_catalog.set_config")
    kept = [line for line in text.splitlines() if line and not line.startswith(for_session)]
    return "\n".join(kept) + "\n"


def copy(folder, lines):
    """The same rows in the other database."""
    from django.db import transaction

    from practice_site.backup import rows

    with transaction.atomic():
        rows.empty_tables()
        with lines.open() as file:
            rows.load(file)
        rows.reset_sequences()


def fill(folder, lines):
    from django.conf import settings
    from django.utils import timezone

    from intake.room import passphrases
    from practice_site.backup import archive, rows

    # What is stored says with which costs it was made, and nobody has to wait for these.
    passphrases.MEBIBYTES, passphrases.PASSES = 1, 1
    known = {"secret_key": settings.SECRET_KEY, "password": "three lanterns by the door"}
    known["made_on"] = timezone.localdate().isoformat()
    people = make_people(known)
    make_site(people)
    make_articles(people, known)
    make_room(people, known)
    make_inquiries(people, known)
    make_events(people, known)
    make_mail(known)
    for old in folder.glob("*.backup"):
        old.unlink()
    backup = archive.make(folder, print)
    backup.rename(folder / "site.backup")
    (folder / "known.json").write_text(json.dumps(known, indent=1, sort_keys=True) + "\n")
    (folder / "sealed.json").write_text(json.dumps(sealed_kinds(known), indent=1) + "\n")
    with lines.open("w") as file:
        for model in rows.models():
            rows.write(model, file)


def make_people(known):
    from allauth.mfa.models import Authenticator
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
    from allauth.mfa.totp.internal.auth import TOTP
    from django.contrib.auth import get_user_model
    from django.contrib.auth.models import Group

    from staff.factors import sealing
    from staff.role_groups import sync_roles

    sync_roles()
    people = {}
    for username, name, role in (
        ("manager", "Odile Marchbanks", "manager"),
        ("editor", "Walt Enderby", "editor"),
        ("june", "June Aldecott", "author"),
        ("dana", "Dana Osei", "coordinator"),
        ("ruth", "Ruth Calder", "coordinator"),
        ("fern", "Fern Abernathy", "coordinator"),
        ("hana", "Hana Wexler", "clinician"),
    ):
        user = get_user_model()(
            username=username, name=name, email=f"{username}@lowmoor.example", is_staff=True
        )
        user.set_password(known["password"])
        user.full_clean()
        user.save()
        user.groups.set(Group.objects.filter(name=role))
        people[username] = user
    secret = sealing.new_secret()
    TOTP.activate(people["dana"], secret)
    codes = RecoveryCodes.activate(people["dana"]).get_unused_codes()
    factor = Authenticator.objects.get(user=people["dana"], type="totp")
    known["second_factor"] = {
        "user": "dana",
        "secret": secret,
        "recovery_codes": codes,
        "sealed": factor.data["secret"],
    }
    return people


def make_site(people):
    from datetime import UTC, datetime

    from django.core.files.base import ContentFile

    from editing.models import Redirect
    from pages.models import (
        ClosureDay,
        CrisisResource,
        Image,
        Location,
        MenuItem,
        OpeningHours,
        Page,
        Practice,
    )
    from team.models import Modality, Specialty, Supervision, Therapist
    from tests.factories import jpeg

    practice = Practice(
        pk=1,
        name="Lowmoor Counseling",
        phone="(555) 010-0142",
        email="office@lowmoor.example",
        states_served=["NY", "VT"],
    )
    practice.save()
    for weekday in range(5):
        OpeningHours.objects.create(
            practice=practice, weekday=weekday, opens=time(9), closes=time(17)
        )
    Location.objects.create(
        practice=practice,
        name="Lowmoor",
        street="1 Heather Way",
        city="Alder",
        state="NY",
        postal_code="00501",
    )
    ClosureDay.objects.create(
        first_day=date(2026, 12, 24), last_day=date(2027, 1, 1), reason="Winter break"
    )
    CrisisResource.objects.create(name="Lowmoor night line", text="Awake all night.", call="988")
    for title, slug in (("About us", "about"), ("Privacy", "privacy")):
        page = Page(
            title=title,
            slug=slug,
            body="<p>Two rooms above a bakery, and a kettle.</p>",
            publish_at=datetime(2025, 1, 6, 17, tzinfo=UTC),
        )
        page.publish()
        MenuItem.objects.create(place="head", label=title, page=page)
    image = Image(alt="A larch in the fog")
    image.file = ContentFile(jpeg(64, 80), name="larch.jpg")
    image.save()
    specialty = Specialty.objects.create(name="Grief", slug="grief")
    Modality.objects.create(name="EMDR", slug="emdr")
    for login, title in (("hana", "Licensed psychologist"), ("june", "Psychologist in training")):
        user = people[login]
        therapist = Therapist.objects.create(
            name=user.name,
            slug=f"{login}-{user.name.split()[1].lower()}",
            title=title,
            user=user,
            is_listed=True,
            availability=Therapist.Availability.ACCEPTING,
            states=["NY"],
        )
        therapist.specialties.add(specialty)
        people[f"{login} as a therapist"] = therapist
    Supervision.objects.create(
        supervisee=people["june as a therapist"],
        supervisor=people["hana as a therapist"],
        from_day=date(2025, 9, 1),
    )
    Redirect.objects.leave("/blog/2024/5/on-grief/", "/blog/on-grief/", by=people["editor"])


def make_articles(people, known):
    from datetime import UTC, datetime

    from django.contrib.admin import site
    from django.test import Client
    from django.utils import timezone

    from blog.approval import key_for
    from blog.models import Article, Byline
    from editing.models import Capacity, PreviewLink, ReviewStep

    admin = site.get_model_admin(Article)

    def save(client, article, **changes):
        article.refresh_from_db()
        local = timezone.localtime(article.publish_at) if article.publish_at else None
        data = dict(admin.data_of_row(article)) | {
            "slug": article.slug,
            "publish_at_0": f"{local:%Y-%m-%d}" if local else "",
            "publish_at_1": f"{local:%H:%M:%S}" if local else "",
            "withdraw_at_0": "",
            "withdraw_at_1": "",
            "base_version": article.latest_version,
        }
        answer = client.post(f"/admin/blog/article/{article.pk}/change/", data | changes)
        assert answer.status_code == 302, answer.content.decode()
        article.refresh_from_db()

    editor = Client(SERVER_NAME="127.0.0.1")
    editor.force_login(people["editor"])
    hana, june = people["hana as a therapist"], people["june as a therapist"]
    made = []
    for title, slug, author, login in (
        ("On grief", "on-grief", hana, "hana"),
        ("Waking at four", "waking-at-four", june, "june"),
        ("A draft about dishes", "dishes", june, "june"),
    ):
        article = Article.objects.create(
            title=title,
            slug=slug,
            body="<p>Most of us know the ceiling.</p>",
            summary="What the ceiling knows.",
            created_by=people[login],
            created_by_name=people[login].name,
            publish_at=datetime(2026, 3, 2, 15, tzinfo=UTC) if slug != "dishes" else None,
        )
        Byline.objects.create(article=article, therapist=author, order=0)
        save(editor, article)
        save(editor, article, body="<p>Most of us know the ceiling, and its crack.</p>")
        made.append(article)
    public, supervised, _draft = made
    version = supervised.versions().first()
    link = PreviewLink(
        version=version,
        reader=hana.name,
        reader_key=key_for(hana),
        email=people["hana"].email,
        capacity=Capacity.SUPERVISOR,
        created_by=people["editor"],
        created_by_name=people["editor"].name,
        expires_at=None,
    )
    link.save()
    ReviewStep.objects.create(
        version=version,
        link=link,
        kind=ReviewStep.Kind.APPROVED,
        capacity=Capacity.SUPERVISOR,
        person=hana.name,
        person_key=key_for(hana),
    )
    for article in (public, supervised):
        article.refresh_from_db()
        article.publish()
    save(editor, public, title="On grief, again", _keep="1")
    known["previews"] = {str(link.uid): link.token}


def make_room(people, known):
    from intake.models import KeyHolder, PracticeKey, RoomEvent
    from intake.room import holders, passphrases

    words = {
        "dana": "a heron stands in the shallow end",
        "ruth": "nine pears on a blue windowsill",
        "fern": "moss keeps the north side company",
    }
    known["passphrases"], known["sheets"] = words, {}
    note = RoomEvent.objects.note
    holder = holders.make_person(people["dana"], words["dana"])
    note(RoomEvent.Kind.PASSPHRASE, people["dana"])
    own = holders.private_key_of(holder, words["dana"])
    for login in ("ruth", "fern"):
        holders.let_in(own, holders.make_person(people[login], words[login]))
        note(RoomEvent.Kind.PASSPHRASE, people[login])
        note(RoomEvent.Kind.LET_IN, people["dana"], about=people[login].name)
    for letter in holders.SHEETS:
        sheet, code = holders.make_sheet(letter)
        holders.let_in(own, sheet)
        note(RoomEvent.Kind.SHEET, people["dana"], about=letter)
        assert passphrases.read_code(code) == code
        holders.mark_proven(sheet)
        known["sheets"][letter] = code
    # Shows that the form is open.
    assert PracticeKey.objects.current().takes_inquiries
    assert KeyHolder.objects.count() == 5


def make_inquiries(people, known):
    from django.utils import timezone
    from intake.person_keys import new_code
    from intake.retention import destroy_unused_keys

    from intake import entries, erasing, receiving, tokens
    from intake.models import Entry, Inquiry, KeyHolder, PracticeKey, ReferralContact, RoomEvent
    from intake.offers import asking
    from intake.room import holders
    from intake.waitlist import put_on
    from pages.models import Practice
    from tests.factories import make_content

    practice = Practice.objects.get()
    dana, ruth = people["dana"], people["ruth"]
    State, Next, Because = Inquiry.State, Inquiry.Next, Inquiry.Because
    known["inquiries"], known["entries"], known["offers"] = {}, {}, {}
    known["form_tokens"] = {}
    ReferralContact.objects.create(name="Quince Street Clinic")

    def remember(inquiry, content, code):
        known["inquiries"][str(inquiry.pk)] = {
            "name": content.name,
            "message": content.message,
            "address": content.address,
            "code": code,
            "link_digest": inquiry.link_digest or "",
            "address_index": inquiry.address_index,
        }
        return inquiry

    def by_form(name, **fields):
        content = make_content(
            name=name, email=f"{name.lower()}@mail.example", message=f"{name} wrote this.", **fields
        )
        token = tokens.read(tokens.issue())
        answers = [name]
        receiving.receive(content, practice, token, answers, is_suspected_spam=False)
        code = receiving.person_keys.code_from(token.text)
        known["form_tokens"][token.text] = code
        digest = receiving.person_keys.link_digest(code)
        return remember(Inquiry.objects.get(link_digest=digest), content, code)

    def by_call(name):
        content = make_content(
            name=name, route="call", email="", phone="(555) 010-0177", came_by="call"
        )
        code = new_code()
        return remember(receiving.take_down(content, practice, code), content, code)

    def write(inquiry, kind, words, title="", by=dana):
        entry = entries.write(inquiry, kind, words, by=by, title=title)
        known["entries"][str(entry.pk)] = {
            "kind": str(entry.kind),
            "words": words,
            "title": title,
            "inquiry": str(inquiry.pk),
            "is_for_person": entry.sealed_for_person is not None,
        }

    kind = Entry.Kind
    first = practice_key = PracticeKey.objects.current()

    new = by_form("Rowan", age="13-17", for_whom="child", times=["evening"])
    talking = by_form("Wren")
    write(talking, kind.NOTE, "Evenings are better.")
    write(talking, kind.ATTEMPT, "No answer; left no message.", title="Called")
    write(talking, kind.LETTER, "We have time for you on Tuesday.")
    talking.owner = dana
    talking.mark_answered()
    talking.move(State.TALKING, next_action=Next.TRY_AGAIN, next_on=timezone.localdate())
    talking.is_news_untold = True
    talking.save()

    # A key that was turned over because somebody left, and one that nothing was ever closed with.
    holders.drop(KeyHolder.objects.filter(user=people["fern"]))
    RoomEvent.objects.note(RoomEvent.Kind.TAKEN_OUT, dana, about=people["fern"].name)
    people["fern"].leave()
    people["fern"].save()
    unused = PracticeKey.objects.current()
    holders.turn_over()
    destroy_unused_keys(timezone.localdate())
    current = PracticeKey.objects.current()
    known["practice_keys"] = {
        "former": str(first.pk), "destroyed": str(unused.pk), "current": str(current.pk),
    }  # fmt: skip

    offered = by_form("Alder")
    asked = []
    real_code = asking.new_code
    asking.new_code = lambda: asked.append(real_code()) or asked[-1]
    therapist, summary = people["hana as a therapist"], "An adult, evenings, grief."
    offer = asking.ask(offered, therapist, summary, dana)
    answered = asking.ask(offered, therapist, "The same person, once more.", ruth)
    asking.new_code = real_code
    for row, code, words in zip(
        (offer, answered), asked, (summary, "The same person, once more."), strict=True
    ):
        known["offers"][str(row.pk)] = {
            "code": code, "therapist": therapist.name, "summary": words,
            "link_digest": row.link_digest,
        }  # fmt: skip
    token = tokens.read(tokens.issue())
    asking.answer(answered, asking.opened(answered, asked[1]), "yes", "Mondays.", token)
    for entry in offered.entries.all():
        said = {
            f"Asked {therapist.name}": None,
            f"{therapist.name}: Yes, I have room": "Mondays.",
        }
        opened = open_entry(entry, known)
        assert opened["title"] in said
        known["entries"][str(entry.pk)] = {
            "kind": "offer", "words": opened["words"], "title": opened["title"],
            "inquiry": str(offered.pk), "is_for_person": False,
        }  # fmt: skip
    offered.refresh_from_db()
    offered.owner = dana
    offered.move(State.OFFERED, next_action=Next.HEAR_BACK, next_on=timezone.localdate())
    offered.save()

    waiting = by_form("Linden")
    put_on(waiting)
    waiting.save()
    write(waiting, kind.LETTER, "Are you still looking?", by=None)

    wrote_again = by_form("Hazel")
    write(wrote_again, kind.FROM_PERSON, "I moved; mornings now.", by=None)
    wrote_again.hear()
    wrote_again.save()

    by_call("Aspen").save()
    client = by_form("Juniper")
    client.close(Because.CLIENT)
    client.handed_over_on = timezone.localdate()
    client.save()
    held = by_form("Sorrel")
    held.is_held, held.is_worrying = True, True
    held.close(Because.WITHDREW)
    held.save()
    twin = by_form("Rowan")
    twin.twin_of = new
    twin.close(Because.TWIN)
    twin.save()
    erased = by_form("Thistle")
    erasing.erase(Inquiry.objects.filter(pk=erased.pk), by=dana)
    del known["inquiries"][str(erased.pk)]
    known["erased"] = [str(erased.pk)]

    # As the first versions of the site stored it, and nobody ran seal_inquiries yet.
    document = {
        "version": 1, "name": "Bracken", "route": "email", "email": "bracken@mail.example",
        "state": "NY", "for_whom": "me", "age": "26-64", "message": "Bracken wrote this.",
    }  # fmt: skip
    old = Inquiry.objects.create(unsealed=document)
    known["inquiries"][str(old.pk)] = {
        "name": "Bracken", "message": "Bracken wrote this.", "address": "bracken@mail.example",
        "code": "", "link_digest": "", "address_index": "",
    }  # fmt: skip
    assert practice_key.pk == new.practice_key_id != offered.practice_key_id == current.pk
    for inquiry in Inquiry.objects.all():
        known["inquiries"][str(inquiry.pk)] |= {
            "place": inquiry.state, "because": inquiry.closed_because,
        }  # fmt: skip


def open_entry(entry, known):
    from intake import sealed
    from intake.models import KeyHolder
    from intake.room import holders
    from intake.room.unlocking import Room

    holder = KeyHolder.objects.get(user__username="dana")
    room = Room(holders.private_key_of(holder, known["passphrases"]["dana"]))
    return sealed.read(room, entry.sealed, sealed.ENTRY, entry.pk)


def make_events(people, known):
    from intake.models import Inquiry, RoomEvent

    one = Inquiry.objects.filter(state="new").first()
    for kind in RoomEvent.Kind.values:
        RoomEvent.objects.note(kind, people["dana"], one.pk)
        RoomEvent.objects.note(kind, people["ruth"], number=3, about="Dana Osei")
        RoomEvent.objects.note(kind)
    last = RoomEvent.objects.order_by("-pk").first()
    known["events"] = {"number": RoomEvent.objects.count(), "last": last.digest}


def make_mail(known):
    from django.utils import timezone

    from outbox.models import Message

    written = Message.objects.write(
        "ruth@lowmoor.example", "A message is waiting", "Nobody has sent this yet."
    )
    failed = Message.objects.write("nobody@lowmoor.example", "Given up", "It could not arrive.")
    Message.objects.filter(pk=failed.pk).update(
        state=Message.State.UNDELIVERED, attempts=9, last_error="550 no such mailbox"
    )
    sent = Message.objects.write("ruth@lowmoor.example", "Sent long ago", "Gone.")
    Message.objects.filter(pk=sent.pk).update(
        state=Message.State.SENT, sealed=None, sent_at=timezone.now()
    )
    old = Message.objects.create(
        recipient="old@lowmoor.example", subject="From before sealing", body="In clear."
    )
    assert written.letter()
    assert old.letter()
    known["mail"] = {
        str(row.pk): row.letter() for row in Message.objects.exclude(state=Message.State.SENT)
    }
    known["sent"] = [str(sent.pk)]


def sealed_kinds(known):
    """One of each kind, with what opens it: for tests that need no database."""
    from django.conf import settings
    from django.core import signing

    from editing.models import PreviewLink
    from intake import sealed, tokens
    from intake.models import Entry, Grant, Inquiry, KeyHolder, Offer, RoomEvent
    from intake.room import holders
    from outbox import mail_key
    from outbox.models import Message
    from staff.factors import sealing

    dana = KeyHolder.objects.get(user__username="dana")
    own = holders.private_key_of(dana, known["passphrases"]["dana"])
    inquiry = Inquiry.objects.exclude(content=None).first()
    letter = Entry.objects.exclude(sealed_for_person=None).first()
    grant = Grant.objects.get(holder=dana, practice_key__is_current=True)
    message = Message.objects.exclude(sealed=None).first()
    offer = Offer.objects.first()
    event = RoomEvent.objects.exclude(about="").exclude(number=None).first()
    link = PreviewLink.objects.first()

    def of_practice(row, kind, data):
        key = holders.practice_key(own, row.practice_key_id)
        return one(kind, row.pk, data, key)

    def one(kind, row, data, key):
        return {
            "kind": kind, "row": str(row), "sealed": bytes(data).hex(),
            "key": {"id": str(key.id), "private": key.raw.hex()},
        }  # fmt: skip

    code = known["inquiries"][str(letter.inquiry_id)]["code"]
    from intake.person_keys import private_key_of

    person = private_key_of(letter.inquiry, code)
    from practice_site.backup.stream import KIND, Head

    archives = list(Path(sys.argv[2]).glob("site.backup"))
    with archives[0].open("rb") as file:
        head = Head(file)
    from editing import views as editing_views
    from intake.tokens import SALT

    return {
        "places": [
            of_practice(inquiry, sealed.CONTENT, inquiry.content),
            of_practice(letter, sealed.ENTRY, letter.sealed),
            one(sealed.FOR_PERSON, letter.pk, letter.sealed_for_person, person),
            one("intake.grant", Grant.place(grant.practice_key_id, grant.holder_id).row, grant.sealed, own),
            one("outbox.message", message.pk, message.sealed, mail_key.private_key()),
            one(KIND, head.id, head.sealed, holders.practice_key(own, head.practice_key)),
        ],
        "holder": {"id": str(dana.pk), "wrapped": bytes(dana.wrapped).hex(), "passphrase": known["passphrases"]["dana"], "private": own.raw.hex()},
        "person": {
            "code": code, "link_digest": letter.inquiry.link_digest,
            "key_id": str(letter.inquiry.person_key_id),
            "wrapped": bytes(letter.inquiry.person_wrapped).hex(), "private": person.raw.hex(),
        },
        "offer": {
            "id": str(offer.pk), "sealed": bytes(offer.sealed).hex(),
            **known["offers"][str(offer.pk)],
        },
        "event": {
            "previous": event.previous, "at": event.at.isoformat(), "kind": event.kind,
            "user_id": event.user_id, "inquiry_id": None, "number": event.number,
            "about": event.about, "digest": event.digest,
        },
        "second_factor": {"sealed": sealing.seal("JBSWY3DPEHPK3PXP"), "secret": "JBSWY3DPEHPK3PXP"},
        "signed": {
            "form": {"salt": SALT, "text": tokens.issue()},
            "preview": {
                "salt": editing_views.SALT,
                "text": signing.dumps([1, 2], salt=editing_views.SALT),
            },
        },
        "preview_link": {"uid": str(link.uid), "token": link.token, "digest": link.digest},
        "backup_head": {
            "secret_key": settings.SECRET_KEY,
            "proof_is_right": head.is_ours,
        },
    }  # fmt: skip


if __name__ == "__main__":
    if sys.argv[1].startswith("--"):
        import django

        django.setup()
        {"--fill": fill, "--copy": copy}[sys.argv[1]](*map(Path, sys.argv[2:]))
    else:
        main(Path(sys.argv[1]), sys.argv[2])
