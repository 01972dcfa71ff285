"""Where visitors read of people."""

# By how somebody who is called June Aldecott comes to stand there.
OUTLETS = {
    "profile": "/team/june-aldecott/",
    "directory": "/team/",
    "side by side with others": "/team/compare/people/?who=june-aldecott&who=marisol-tennant",
    "home": "/",
    "specialty": "/specialties/sleep/",
    "approach": "/approaches/emdr/",
    "group": "/groups/sleepers/",
    "list of groups": "/groups/",
    "article": "/blog/on-sleep/",
    "list of articles": "/blog/",
    "list of the author's articles": "/blog/author/june-aldecott/",
    "list of articles about a topic": "/blog/specialty/sleep/",
    "RSS": "/blog/feed/",
    "Atom": "/blog/feed/atom/",
    "JSON Feed": "/blog/feed/json/",
    "RSS of the author": "/blog/author/june-aldecott/feed/",
    "Atom of the author": "/blog/author/june-aldecott/feed/atom/",
    "JSON Feed of the author": "/blog/author/june-aldecott/feed/json/",
    "RSS about a topic": "/blog/specialty/sleep/feed/",
    "page of somebody who left, naming others": "/team/ada-gone/",
    "choice on Get Started": "/get-started/",
    "whom one asked for on Get Started": "/get-started/?therapist=june-aldecott",
    "page of who trains here": "/training/",
    "what a search finds": "/search/?q=june+aldecott",
}
