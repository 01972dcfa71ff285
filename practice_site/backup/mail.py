"""Mail of a site that was put back: what waited is not sent by itself, and the key it waits under is found."""

from collections.abc import Callable

from django.conf import settings
from django.utils.translation import gettext as _

from outbox import key_file, mail_key
from outbox.models import Message
from practice_site.backup.versions import Refused


def stop_old() -> None:
    """What waited then may have been sent since; a person decides, on the list of mail."""
    Message.objects.filter(state=Message.State.WAITING).update(
        state=Message.State.UNDELIVERED,
        last_error=_("Restored from a backup: it may have been sent already."),
    )


def follow_key(say: Callable[[str], object]) -> None:
    path = settings.MAIL_KEY_PATH
    try:
        is_another = mail_key.follow_file()
    except (key_file.NoMailKey, OSError) as error:
        raise Refused(
            f"{path}, the key that mail waits under, cannot be read or made, and without it no mail "
            "would leave. Nothing was restored. Please run this as the user that the worker runs as; "
            "if the file is damaged, move it away, and a new one is made."
        ) from error
    if is_another:
        say(
            f"The backup is from a machine with another key for mail. From now on mail waits under "
            f"{path}: the worker has to be able to read that file. Mail that waited then cannot be sent "
            "without the other one."
        )
