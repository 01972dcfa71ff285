"""What we hold ourselves to, each a figure of one run and the most that it may be."""

from collections.abc import Iterator
from typing import NamedTuple

from practice_site.bench.ratios import (
    inside,
    product_of,
    ratio,
    row_of,
    served,
    wagtail_of,
)
from practice_site.bench.rounds import Results
from practice_site.bench.targets import DJANGO, KEPT, WSGI

KEPT_PAGES = ["article", "index", "profile", "team", "home"]
CACHE, START = "wagtail-cache", "Wagtail"
# Not kept, to Wagtail's page of the same kind or to its article.
NOT_DEARER = {
    ("article", "article"): 0.22,
    ("index", "index"): 0.35,
    ("home", "article"): 0.8,
    ("team", "article"): 0.8,
    ("profile", "article"): 0.8,
    ("specialty", "article"): 0.8,
    ("get started", "article"): 1,
}
STATEMENTS = {"article": 3, "index": 4}
# From the fewest articles to the most, and from the fewest people to the most.
GROWTH = dict.fromkeys(
    (
        "article", "index", "home", "profile", "specialty", "feed", "404", "sitemap section", "desk",
        "desk, articles",
    ),
    1.2,
)  # fmt: skip
GROWTH_OF_PEOPLE = {"home": 1.5, "profile": 1.5, "specialty": 1.5, "get started": 1.5, "team": 3}
# A section of the sitemap, and the last numbered page, are full from so many articles on.
FULL = 1000
LAST_TO_FIRST = 1.5
SLOWEST = 3
MEMORY_MIB, MEMORY_OF_ALL_MIB = 180, 240


class Goal(NamedTuple):
    words: str
    figure: float
    most: float

    @property
    def is_met(self) -> bool:
        return self.figure <= self.most


def goals(results: Results) -> list[Goal]:
    """Those that this run says something about."""
    found = [*of_kept(results), *of_not_kept(results), *of_growth(results), *of_the_rest(results)]
    return [Goal(words, figure, most) for words, figure, most in found if figure is not None]


Lines = Iterator[tuple[str, float | None, float]]


def of_kept(results: Results) -> Lines:
    for page in KEPT_PAGES:
        kept = served(results, KEPT, page)
        yield f"kept {page} / bare Django", ratio(kept, served(results, DJANGO, page)), 0.6
        yield f"kept {page} / bare WSGI", ratio(kept, served(results, WSGI, page)), 2.1
        hit = served(results, CACHE, page) or served(results, CACHE, "article")
        yield f"kept {page} / wagtail-cache", ratio(kept, hit), 0.25
    known, whole = served(results, KEPT, "article, known"), served(results, KEPT, "article")
    yield "kept article, 304 / 200", ratio(known, whole), 1


def of_not_kept(results: Results) -> Lines:
    about = results["about"]
    for articles, size in zip(about["articles"], about["sizes"], strict=False):
        ours, theirs = product_of(size), wagtail_of(articles)
        at = f", {articles:,} articles"
        for (page, other), most in NOT_DEARER.items():
            words = f"{page} not kept / Wagtail's {other}{at}"
            yield words, ratio(inside(results, ours, page), inside(results, theirs, other)), most
        yield f"feed / Wagtail's, a byte of text{at}", feed(results, ours, theirs), 1
    ours = product_of(about["sizes"][0])
    for page, number in STATEMENTS.items():
        row = row_of(results, "inside", ours, page)
        yield f"{page} not kept, statements", row.get("statements"), number


def feed(results: Results, ours: str, theirs: str) -> float | None:
    plain = ratio(inside(results, ours, "feed"), inside(results, theirs, "feed"))
    if plain is None:
        return None
    texts = [row_of(results, "inside", maker, "feed")["text"] for maker in (ours, theirs)]
    return plain / texts[0] * texts[1]


def of_growth(results: Results) -> Lines:
    about = results["about"]
    sizes, articles, therapists = about["sizes"], about["articles"], about["therapists"]
    first = product_of(sizes[0])
    if len(articles) > 1:
        most = product_of(sizes[len(articles) - 1])
        for page, bound in GROWTH.items():
            few = fewest(articles, page)
            words = f"{page}, {articles[few]:,} → {articles[-1]:,} articles"
            yield words, grown(results, most, product_of(sizes[few]), page), bound
        last = ratio(inside(results, most, "last page"), inside(results, most, "index"))
        yield f"last page / index, {articles[-1]:,} articles", last, LAST_TO_FIRST
    if len(therapists) > 1:
        most = product_of(sizes[-1])
        words = f"{therapists[0]:,} → {therapists[-1]:,} therapists"
        for page, bound in GROWTH_OF_PEOPLE.items():
            yield f"{page}, {words}", grown(results, most, first, page), bound


def fewest(articles: list[int], page: str) -> int:
    """Which size the growth of a page begins with."""
    full = [number for number, count in enumerate(articles[:-1]) if count >= FULL]
    return full[0] if full and page == "sitemap section" else 0


def grown(results: Results, most: str, first: str, page: str) -> float | None:
    return ratio(inside(results, most, page), inside(results, first, page))


def of_the_rest(results: Results) -> Lines:
    rows = results.get("tails", {}).get(KEPT, {})
    alone = rows.get("alone", {}).get("p99")
    for situation, row in rows.items():
        if situation.startswith("beside"):
            yield f"p99 {situation} / alone", ratio(row["p99"], alone), SLOWEST
        elif situation != "alone":
            yield f"failed {situation}", sum(row["failed"]), 0
    memory = results.get("memory", {}).get(KEPT, {})
    yield "web processes after load, MiB", memory.get("web, loaded"), MEMORY_MIB
    yield "all processes after load, MiB", memory.get("all, loaded"), MEMORY_OF_ALL_MIB
    for name, held in results.get("heavy", {}).items():
        yield (
            f"{name}, memory after feeds and sitemaps / before",
            held["after"] / held["before"],
            1.1,
        )
    begun = results.get("starts", {})
    yield "start / Wagtail's", ratio(begun.get(KEPT), begun.get(START)), 0.6
