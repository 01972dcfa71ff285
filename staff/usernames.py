import re
import unicodedata
from itertools import count

from django.contrib.auth import get_user_model


def username_for(email: str) -> str:
    """A free user name from the part before the @: dana.osei@… becomes dana.osei, then dana.osei2."""
    plain = unicodedata.normalize("NFKD", email.split("@")[0]).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9._-]+", "", plain.lower())[:100].strip("._-") or "person"
    taken = {
        name.lower()
        for name in get_user_model()
        .objects.filter(username__istartswith=stem)
        .values_list("username", flat=True)
    }
    names = (f"{stem}{number}" if number > 1 else stem for number in count(1))
    return next(name for name in names if name not in taken)
