"""Mail to those who are asked about a text. It names no title: mail is read over shoulders."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from editing.models import PreviewLink


def send_request(link: PreviewLink) -> None:
    send(_("A text for you to look at"), "editing/request.txt", link)


def send_wording_change(link: PreviewLink) -> None:
    send(_("A change of wording, for you to see"), "editing/wording.txt", link)


def send(subject: str, template: str, link: PreviewLink) -> None:
    context = {"link": link, "site": urlsplit(settings.SITE_URL).netloc}
    send_mail(subject, render_to_string(template, context), None, [link.email])
