"""The letters of a name, however they were typed, pasted, decorated or disguised."""

import re
import unicodedata
from functools import lru_cache

# The ways in which the letters of one word may be meant.
Forms = frozenset[str]

# Nobody's byline is longer; what comes behind is not read.
LONGEST = 2000
SPACES = re.compile(r"[^\S\n]+")
# Signs that turn the order of what follows around on the screen.
TURNS_AROUND = re.compile("[\u202e\u2067]")
# Invisible in text, but neither "format" nor "control" to Unicode.
BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800"
APOSTROPHES = "'’‘‛`´ʼʻʹʽˈ′＇᾽᾿ʾʿꞌ\u0384\u1ffd\u055a\u05f3"
QUOTES = '"“”„‟«»‹›″〝〞「」『』'
HYPHENS = "-‐‑‒⁃−﹣－־᠆⸗\u1400"
DASHES = "–—―⸺⸻─﹘"
MARKS = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'")
    | dict.fromkeys(QUOTES, '"')
    | dict.fromkeys(HYPHENS, "-")
    | dict.fromkeys(DASHES, "–")
    | dict.fromkeys(BLANK, None)
)
# Letters of other alphabets that look like ours.
LOOKALIKES = str.maketrans(
    dict(zip("авсԁеԍһіїјкӏмногрѕтυѵԝхуԛҽгпьѡ", "abcdeghiijklmhorpstuvwxyqernbw", strict=True))
    | dict(zip("αβγδεηικνορτυχωϲϳ", "abydenikvoptuxwcj", strict=True))
    | dict(zip("օսցոհյաեկքլ", "ouqnhjwelql", strict=True))
)
LOOKALIKES |= str.maketrans(
    dict(zip("ᗩᗷᑕᗪᗴᕮᖴᕼᒍᒪᗰᑎᑭᖇᔕᑌᐯᗯ", "abcdeefhjlmnprsuvw", strict=True))
    | dict(zip("ꓐꓑꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ", "bpdtgkjczfmnlsrvhwxyaeiou", strict=True))
    | dict(zip("ᎪᏴᏟᎠᎬᏀᎻᎫᏦᏞᎷᏢᏒᏚᎢᏙᎳᎩᏃ", "abcdeghjklmprstvwyz", strict=True))
)
# Signs that look like our letters only where all of a word does: alone they are a word of their own.
DRESSED_UP = str.maketrans(
    dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abezhikmnoptyx", strict=True))
    | dict(
        zip("卂乃匚乇千卄丨ﾌフҜㄥ爪几ㄖ卩尺丂ㄒㄩ山乂ㄚ乙", "abcefhijjklmnoprstuwxyz", strict=True)
    )
)
# Letters upside down, which are read from the end.
UPSIDE_DOWN = str.maketrans(
    "ɐqɔpǝɟƃɥᴉɾʞןɯuodbɹsʇnʌʍʎ∀ƆƎℲ⅁⅂˥Ԁᴚ┴∩⅄", "abcdefghijklmnopqrstuvwyACEFGLLPRTUY"
)
TURNED = re.compile("[ɐɔǝɟƃɥᴉɾʞןɯɹʇʌʍʎ∀ƆƎℲ⅁⅂˥Ԁᴚ┴∩⅄][^\n]*[ɐɔǝɟƃɥᴉɾʞןɯɹʇʌʍʎ∀ƆƎℲ⅁⅂˥Ԁᴚ┴∩⅄]")
DIGITS = str.maketrans("0134578|!$@€", "oleastbliase")
OF_LATIN = re.compile(
    r"LATIN (?:SMALL |CAPITAL )?(?:LETTER |LETTERS )?(?:SMALL CAPITAL |SMALL |TURNED |REVERSED |"
    r"DOTLESS |OPEN |SCRIPT |BARRED |INVERTED |LONG |INSULAR |SIDEWAYS |BLACKLETTER |STRETCHED )*"
    r"([A-Z])\b"
)
OTHER_SHAPE = re.compile(r"(?:SYMBOL LETTER|LATIN CAPITAL LETTER|TAG LATIN \w+ LETTER) ([A-Z])$")
WRITTEN_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "ß": "ss", "æ": "ae", "œ": "oe",
     "þ": "th", "ð": "d", "ĳ": "ij"}
)  # fmt: skip


def readable(text: object) -> str:
    """One kind of each mark, no invisible signs, lines kept; capitals and accents as they are."""
    text = str(text)[:LONGEST]
    if TURNS_AROUND.search(text):
        # As it is seen and as it is stored: either may be the name.
        text = f"{text}\n{text[::-1]}"
    if TURNED.search(text):
        text = f"{text}\n{text.translate(UPSIDE_DOWN)[::-1]}"
    text = text.translate(MARKS)
    text = unicodedata.normalize("NFKC", text).translate(MARKS)
    kept = (char if char == "\n" else seen(char) for char in text.replace("\r", "\n"))
    return SPACES.sub(" ", "".join(kept)).strip()


def seen(char: str) -> str:
    """What of a character a reader sees: nothing of a format sign, a gap for a control sign."""
    kind = unicodedata.category(char)
    if kind in ("Cf", "Mn", "Me") and not is_accent(char):
        return ""
    if kind in ("Cc", "Zs", "Zl", "Zp"):
        return "\n" if char in "\x0b\x0c\x85\u2028\u2029" else " "
    return "" if kind in ("Cn", "Co", "Cs") else char


def is_accent(char: str) -> bool:
    return bool(unicodedata.combining(char))


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Small letters without accents, look-alikes of other alphabets and fancy letters as ours."""
    out = []
    for char in unicodedata.normalize("NFKD", text.casefold()):
        if unicodedata.combining(char):
            continue
        out.append(base_of(char))
    return "".join(out).casefold().translate(LOOKALIKES)


@lru_cache(maxsize=4096)
def base_of(char: str) -> str:
    if char.isascii():
        return char
    name = unicodedata.name(char, "")
    match = OF_LATIN.match(name) or OTHER_SHAPE.search(name)
    return match[1].lower() if match else char


@lru_cache(maxsize=4096)
def forms(word: str) -> Forms:
    """The ways in which the letters of one word may be meant: ``müller`` is *muller* and *mueller*."""
    small = unicodedata.normalize("NFC", word.casefold())
    ways = {letters_of(small), letters_of(small.translate(WRITTEN_OUT))}
    if any(char.isdigit() or char in "|!$@€" for char in small) and any(map(str.isalpha, small)):
        ways.add(letters_of(small.translate(DIGITS)))
    dressed_up = letters_of(word.translate(DRESSED_UP))
    if dressed_up.isascii():
        ways.add(dressed_up)
    return frozenset(filter(None, ways))


def letters_of(text: str) -> str:
    return "".join(filter(str.isalpha, plain(text)))
