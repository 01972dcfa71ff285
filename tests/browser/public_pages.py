"""One demo address for every page type a visitor can meet."""

PAGES = {
    "home": "/",
    "articles": "/blog/",
    "articles by month": "/blog/by/month/",
    "articles of an author": "/blog/author/june-aldecott/",
    "articles about a topic": "/blog/specialty/grief/",
    "series": "/blog/series/tired-is-not-one-thing/",
    "article": "/blog/what-sunday-evening-is-trying-to-say/",
    "team": "/team/",
    "team narrowed": "/team/?room=1",
    "team without a match": "/team/?specialty=teenagers&modality=emdr&room=1",
    "side by side": "/team/compare/people/?who=hana-wexler&who=june-aldecott&who=marisol-tennant&specialty=grief",
    "profile": "/team/hana-wexler/",
    "profile under supervision": "/team/june-aldecott/",
    "specialties": "/specialties/",
    "specialty": "/specialties/grief/",
    "types of therapy": "/approaches/",
    "approach": "/approaches/psychodynamic/",
    "groups": "/groups/",
    "group": "/groups/the-first-year-with-a-baby/",
    "workshop": "/groups/a-saturday-on-sleep/",
    "places": "/locations/",
    "place": "/locations/the-house-on-larch-street/",
    "contact": "/contact/",
    "page": "/fees/",
    "get started": "/get-started/?specialty=grief&therapist=hana-wexler",
    "get started, for a patient": "/get-started/?for=patient",
    "get started, with choices": "/get-started/?specialty=grief&therapist=hana-wexler&state=OR&format=video"
    "&time=evening&payer=1&language=2&population=2&modality=emdr",
    "get started, in Spanish, with choices": "/es/get-started/?specialty=grief&therapist=hana-wexler&state=OR&format=video"
    "&payer=1&time=evening&language=2&population=2&modality=emdr",
    "get started, in Spanish": "/es/get-started/?specialty=grief&therapist=hana-wexler",
    "in Spanish, for a child": "/es/get-started/young/",
    "the person's way back": "/r/",
    "search": "/search/",
    "search, found": "/search/?q=anxeity",
    "search, in danger": "/search/?q=i+want+to+die",
    "not found": "/no-such-page/",
}
ARTICLE = PAGES["article"]
WIDTHS = [320, 360, 480, 768, 1024, 1280, 1600]
