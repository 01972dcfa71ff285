import re
import unicodedata


def plain_words(text: object) -> list[str]:
    """In small letters without accents, as a web address has them too."""
    letters = unicodedata.normalize("NFKD", str(text).casefold())
    return re.findall(r"[^\W_]+", "".join(x for x in letters if not unicodedata.combining(x)))
