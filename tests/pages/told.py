"""What a page tells search engines and shared addresses, and somebody in training, who is named there nowhere."""

import html
import re
from datetime import timedelta

from django.utils import timezone

from team.models import Supervision
from tests.factories import make_therapist
from tests.team.rights import right


def told(client, row):
    """The title, and what search engines and shared addresses are told."""
    page = client.get(row.get_absolute_url()).text
    names = ['name="description"', 'property="og:title"', 'property="og:description"']
    found = [re.search(f'<meta {name} content="([^"]*)"', page) for name in names]
    title = re.search(r"<title>(.*?)</title>", page)[1]
    return [html.unescape(text) for text in (title, *(one[1] for one in found))], page


def train(name):
    trainee = make_therapist(name, title="Doctoral Intern", states=())
    right(trainee, "NY", kind="supervised")
    Supervision.objects.create(
        supervisee=trainee,
        supervisor=make_therapist("Ines Calder"),
        from_day=timezone.localdate() - timedelta(days=9),
    )
    return trainee
