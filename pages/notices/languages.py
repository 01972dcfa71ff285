"""Languages by the names that their speakers give them: of notices about help with languages."""

NAMES = {
    "en": "English", "es": "Español", "zh-hans": "简体中文", "zh-hant": "繁體中文", "vi": "Tiếng Việt", "ko": "한국어",
    "tl": "Tagalog", "ru": "Русский", "ar": "العربية", "ht": "Kreyòl ayisyen", "fr": "Français", "pl": "Polski",
    "pt": "Português", "it": "Italiano", "de": "Deutsch", "ja": "日本語", "fa": "فارسی", "hi": "हिन्दी",
    "gu": "ગુજરાતી", "pa": "ਪੰਜਾਬੀ", "ur": "اردو", "bn": "বাংলা", "ta": "தமிழ்", "te": "తెలుగు", "ne": "नेपाली",
    "th": "ไทย", "lo": "ລາວ", "km": "ខ្មែរ", "my": "မြန်မာ", "hmn": "Hmoob", "id": "Bahasa Indonesia",
    "so": "Soomaali", "am": "አማርኛ", "om": "Afaan Oromoo", "sw": "Kiswahili", "uk": "Українська", "ro": "Română",
    "el": "Ελληνικά", "sq": "Shqip", "hy": "Հայերեն", "he": "עברית", "yi": "ייִדיש", "tr": "Türkçe",
    "nv": "Diné bizaad", "sm": "Gagana Samoa", "haw": "ʻŌlelo Hawaiʻi", "mh": "Kajin M̧ajeļ", "chk": "Chuuk",
    "pdc": "Deitsch", "lt": "Lietuvių", "nl": "Nederlands",
}  # fmt: skip
