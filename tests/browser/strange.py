"""Rows as they come in life and in no demo: names of 100 letters, words without a space, right to left, wide tables.

``manage.py shell`` runs ``MAKING``, which prints the addresses of the forms of what it made, one a line.
"""

MAKING = """
from datetime import timedelta
from uuid import uuid4

from django.contrib.auth.models import Group
from django.utils import timezone

from blog.models import Article, Byline
from editing.models import Redirect
from intake.models import ReferralContact
from pages.models import Announcement, ClosureDay, MenuItem, Page
from pictures.models import Image
from practice_site.demo.inquiries import Names
from staff.admin_routes import address
from staff.models import User
from team.models import Specialty, Therapist

LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
LONG_NAME = "Maximiliana-Theodora Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh of the Lower Meadows at Larch"[:100]
RIGHT_TO_LEFT = "מה שיום ראשון בערב מנסה לומר"
NO_SPACE = "https://example.org/" + "a-very-long-address-without-any-end/" * 4
cells = lambda tag, said: "<tr>" + "".join(f"<{tag}>{said} {n}</{tag}>" for n in range(1, 13)) + "</tr>"
TABLE = "<table><caption>Fees</caption><thead>" + cells("th", "Group number") + "</thead><tbody>" + cells("td", "$1,250") * 3 + "</tbody></table>"
BODY = f"<p>{LONG_WORD * 3}</p>{TABLE}<p>{RIGHT_TO_LEFT}</p><h2>{LONG_WORD}</h2><ul><li>{NO_SPACE}</li></ul><blockquote><p>{LONG_WORD}</p></blockquote>"
now = timezone.now()
today = now.date()
made = []

therapist = Therapist.objects.create(name=LONG_NAME, slug="long-name", title=LONG_WORD[:60], opening_lines=LONG_WORD, biography=BODY, order=0)
made.append(therapist)
for title, slug in [(LONG_WORD, "long-word"), (RIGHT_TO_LEFT, "right-to-left"), (LONG_NAME, "long-title")]:
    article = Article.objects.create(title=title, slug=slug, opening_lines=NO_SPACE, body=BODY, publish_at=now, created_by_name=LONG_NAME)
    Byline.objects.create(article=article, therapist=therapist, name=LONG_NAME, title=LONG_WORD[:60], order=0)
    made.append(article)
for writer in User.objects.filter(is_active=True, is_staff=True):
    Article.objects.create(title=LONG_WORD, slug=f"unfinished-{writer.pk}", body=BODY, created_by=writer)
made.append(Page.objects.create(title=LONG_WORD, slug="long-word", lede=NO_SPACE, body=BODY, publish_at=now))
made.append(Specialty.objects.create(name=LONG_WORD[:60], slug="long-word"))
made.append(Announcement.objects.create(text=(NO_SPACE + LONG_WORD)[:200], first_day=today + timedelta(400), last_day=today + timedelta(410)))
made.append(ClosureDay.objects.create(reason=LONG_WORD[:60], first_day=today + timedelta(20), last_day=today + timedelta(21)))
made.append(Redirect.objects.create(old_path="/" + "old-address-of-a-page-" * 9, new_path="/" + "new-address-of-a-page-" * 9))
made.append(ReferralContact.objects.create(name=LONG_NAME[:80]))
user = User.objects.create(username=LONG_WORD, name=LONG_NAME, email="a" * 60 + "@" + "b" * 60 + ".example", is_staff=True)
user.groups.set(Group.objects.all())
made.append(user)
image = Image.objects.order_by("-pk").first()
Image.objects.filter(pk=image.pk).update(alt=(LONG_WORD * 3)[:200], credit=NO_SPACE[:100])
made.append(image)
names = Names()
told = {"state": "OR", "for_whom": "me", "age": "26-64", "format": "", "payment": "self", "payer": "", "may_say_practice": False, "route": "email", "email": user.email}
for name, message in [(LONG_NAME, NO_SPACE + "\\n" + LONG_WORD * 3), (RIGHT_TO_LEFT, RIGHT_TO_LEFT * 20)]:
    content = names.content({"topics": ["grief"], "therapist": "", "told": told}, name=name, message=message)
    inquiry = names.inquiry(uuid4(), content, "new", now)
    inquiry.save()
    made.append(inquiry)
for row in made:
    print(address(row, "change", row.pk))
"""
