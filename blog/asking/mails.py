"""Mail to somebody who is asked for a text. It holds their link and nothing else that is secret."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from blog.models import AskedText


def ask(asked: AskedText) -> None:
    context = {"asked": asked, "site": urlsplit(settings.SITE_URL).netloc}
    text = render_to_string("blog/asking/mail.txt", context)
    send_mail(_("A place for your text"), text, None, [asked.email])
