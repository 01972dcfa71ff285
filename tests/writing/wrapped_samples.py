"""Addresses as programs wrap them, and where each leads."""

from urllib.parse import quote

SLEEP = "https://www.sleep.example/night?page=2&part=b#rest"
CODED = quote(SLEEP, safe="")
PLAIN = "https://sleep.example/a_b-c/d"

WRAPPED = [
    (f"https://nam02.safelinks.protection.outlook.com/?url={CODED}&data=05%7C02%7Cjune%40practice.example%7Cabc&sdata=x%3D&reserved=0", SLEEP),
    (f"https://eur05.safelinks.protection.outlook.com/ap/w-59584e83/?url={CODED}&data=05", SLEEP),
    (f"https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url={CODED}&locale=en&dest=https%3A%2F%2Fteams.microsoft.com%2Fapi", SLEEP),
    (f"https://www.google.com/url?q={CODED}&sa=D&source=editors&ust=1&usg=x", SLEEP),
    (f"https://www.google.co.uk/url?sa=t&url={CODED}&q=how+to+sleep", SLEEP),
    ("https://www.google.com/amp/s/sleep.example/a_b-c/d", PLAIN),
    ("https://sleep-example.cdn.ampproject.org/c/s/sleep.example/a_b-c/d", PLAIN),
    (f"https://urldefense.proofpoint.com/v1/url?u={CODED}&k=x", SLEEP),
    ("https://urldefense.proofpoint.com/v2/url?u=https-3A__sleep.example_a-5Fb-2Dc_d&d=DwMFaQ&c=x&r=y&m=z&s=w&e=", PLAIN),
    ("https://urldefense.com/v3/__https://sleep.example/a_b-c/d__;!!Abc!xyz$", PLAIN),
    ("https://urldefense.com/v3/__https://sleep.example/a*b**Ac__;I8Ojw6M!!Abc!xyz$", "https://sleep.example/a#bããc"),
    (f"https://linkprotect.cudasvc.com/url?a={CODED}&c=E,1,x&typo=1", SLEEP),
    (f"https://l.facebook.com/l.php?u={CODED}&h=AT0&fbclid=x", SLEEP),
    (f"https://l.instagram.com/?u={CODED}&e=AT0", SLEEP),
    (f"https://www.linkedin.com/redir/redirect?url={CODED}&urlhash=x&trk=y", SLEEP),
    (f"https://www.linkedin.com/safety/go?url={CODED}", SLEEP),
    (f"https://slack-redir.net/link?url={CODED}", SLEEP),
    (f"https://secure-web.cisco.com/1abcDEF/{CODED}", SLEEP),
    (f"https://ctp.trendmicro.com:443/wis/clicktime/v1/query?url={CODED}&umid=x&auth=y", SLEEP),
    (f"https://protect2.fireeye.com/url?k=1&q=1&e=2&u={CODED}", SLEEP),
    (f"https://clicktime.symantec.com/a/1/x?d=y&u={CODED}", SLEEP),
    ("https://eu-west-1.protection.sophos.com/?d=sleep.example&u=aHR0cHM6Ly9zbGVlcC5leGFtcGxlL2FfYi1jL2Q=&i=x", PLAIN),
    ("https://linkscan.io/scan/ux/aHR0cHM6Ly9zbGVlcC5leGFtcGxlL2FfYi1jL2Q/ABC?c=1", PLAIN),
    ("https://protect.checkpoint.com/v2/___https://sleep.example/a_b-c/d___.YXAzOmE6bzox", PLAIN),
    ("https://www.bing.com/ck/a?!&&p=x&u=a1aHR0cHM6Ly9zbGVlcC5leGFtcGxlL2FfYi1jL2Q&ntb=1", PLAIN),
    (f"https://duckduckgo.com/l/?uddg={CODED}&rut=x", SLEEP),
    ("https://r.search.yahoo.com/_ylt=A/RV=2/RE=1/RO=10/RU=https%3a%2f%2fsleep.example%2fa_b-c%2fd/RK=2/RS=x", PLAIN),
    (f"https://www.youtube.com/redirect?event=video&q={CODED}", SLEEP),
    (f"https://out.reddit.com/t3_x?url={CODED}&token=y", SLEEP),
    (f"https://vk.com/away.php?to={CODED}", SLEEP),
    ("https://href.li/?https://sleep.example/a_b-c/d", PLAIN),
    (f"https://mail.practice.example/owa/redir.aspx?C=x&URL={CODED}", SLEEP),
    (f"https://links.unheard-of.example/t?link={CODED}&id=9", SLEEP),
    (f"https://url-protection.unheard-of.example/v1/?u={quote(CODED, safe='')}", SLEEP),
]  # fmt: skip
