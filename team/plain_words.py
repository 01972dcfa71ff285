import re
import unicodedata


def plain_words(text: object) -> list[str]:
    """In small letters without accents and signs that nobody sees, as a web address has them too."""
    letters = unicodedata.normalize("NFKD", str(text).casefold())
    seen = (x for x in letters if not unicodedata.combining(x) and unicodedata.category(x) != "Cf")
    return re.findall(r"[^\W_]+", "".join(seen))
