"""What the form of the practice's facts sends."""

CHANGE = "/admin/pages/practice/1/change/"


def form_data(**changes):
    facts = {
        "name": "Larchmont Counseling", "short_name": "", "short_name_meaning": "", "tagline": "",
        "introduction": "", "phone": "(555) 010-0199", "voicemail_note": "", "email": "",
        "time_zone": "America/Chicago", "country": "US", "states_served": ["IL", "WI"], "accent": "#3b82f6",
        "logo": "", "response_days": "2", "responder": "", "minors_note": "",
        "safety_protocol": "", "keeps_inquiries_months": "12",
        "is_poster_shown": "on",
    }  # fmt: skip
    facts |= {"weekly_hours-0-0-opens": "", "weekly_hours-0-0-closes": ""}
    facts |= {"locations-TOTAL": "0"}
    return facts | changes
