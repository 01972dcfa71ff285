"""Where visitors read of people."""

# By how somebody who is called June Aldecott comes to stand there.
OUTLETS = {
    "profile": "/team/june-aldecott/",
    "directory": "/team/",
    "home": "/",
    "specialty": "/specialties/sleep/",
    "approach": "/approaches/emdr/",
    "article": "/blog/on-sleep/",
    "list of articles": "/blog/",
    "RSS": "/blog/feed/",
    "Atom": "/blog/feed/atom/",
    "page of somebody who left, naming others": "/team/ada-gone/",
    "choice on Get Started": "/get-started/",
    "whom one asked for on Get Started": "/get-started/?therapist=june-aldecott",
    "page of who trains here": "/training/",
    "what a search finds": "/search/?q=june+aldecott",
}
