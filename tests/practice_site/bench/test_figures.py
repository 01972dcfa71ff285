"""What is made of the numbers: ratios, goals, tables."""

import pytest

from practice_site.bench import goals, ratios, report
from practice_site.bench.data import Size, sizes
from practice_site.bench.rounds import in_turn

ABOUT = {
    "at": "May 1, 2026", "python": "3", "django": "5", "granian": "2", "processors": 2, "rounds": 3,
    "articles": [100, 1000], "therapists": [12],
    "sizes": ["100 articles, 12 therapists", "1,000 articles, 12 therapists"],
}  # fmt: skip


def test_a_ratio_is_of_one_round_each_and_the_median_of_these():
    assert ratios.ratio([1, 20, 3], [2, 20, 3]) == 1
    assert ratios.ratio([1, 20, 3], None) is None


def test_the_order_of_targets_turns_round_for_round():
    assert [list(order) for _n, order in in_turn("abc", 3)] == [
        ["a", "b", "c"],
        ["c", "b", "a"],
        ["a", "b", "c"],
    ]


def test_sizes_grow_in_one_direction_at_a_time():
    assert sizes([100, 1000], [12, 2000]) == [Size(100, 12), Size(1000, 12), Size(100, 2000)]


@pytest.mark.parametrize(("kept", "is_met"), [([0.5, 0.5, 0.5], True), ([0.8, 0.8, 0.8], False)])
def test_a_goal_is_met_up_to_its_bound(kept, is_met):
    served = {"kept": {"article": {"cpu": kept}}, "bare Django": {"article": {"cpu": [1, 1, 1]}}}
    found = {goal.words: goal for goal in goals.goals({"about": ABOUT, "served": served})}
    assert list(found) == ["kept article / bare Django"]
    assert found["kept article / bare Django"].is_met == is_met


def test_growth_is_from_the_fewest_articles_to_the_most():
    inside = {
        ratios.product_of(size): {"article": {"quartile": [cost], "statements": 3}}
        for size, cost in zip(ABOUT["sizes"], [2, 3], strict=True)
    }
    found = {goal.words: goal.figure for goal in goals.goals({"about": ABOUT, "inside": inside})}
    assert found["article, 100 → 1,000 articles"] == 1.5
    assert found["article not kept, statements"] == 3


def test_memory_may_grow_by_a_tenth_while_the_heaviest_pages_are_asked_for():
    held = {"kept": {"before": 200, "after": 220}, "not kept": {"before": 200, "after": 221}}
    found = goals.goals({"about": ABOUT, "heavy": held})
    assert [(goal.figure, goal.is_met) for goal in found] == [(1.1, True), (1.105, False)]
    assert "| after | 220 MiB | 221 MiB |" in report.heavy({"about": ABOUT, "heavy": held})


def test_a_section_of_the_sitemap_grows_from_where_it_is_full():
    assert goals.fewest([100, 10_000, 100_000], "sitemap section") == 1
    assert goals.fewest([100, 100_000], "sitemap section") == 0
    assert goals.fewest([100, 10_000, 100_000], "article") == 0


def test_a_feed_is_compared_by_the_text_in_it():
    ours, theirs = ratios.product_of(ABOUT["sizes"][0]), ratios.wagtail_of(100)
    inside = {
        ours: {"feed": {"quartile": [10], "text": 200}},
        theirs: {"feed": {"quartile": [10], "text": 100}},
    }
    assert goals.feed({"inside": inside}, ours, theirs) == 0.5


@pytest.mark.parametrize(
    ("value", "text"), [(1234.5, "1,234"), (12.345, "12.3"), (0.01234, "0.012"), (0, "0")]
)
def test_numbers_are_said_as_exactly_as_they_are_known(value, text):
    assert report.number(value) == text


def test_what_was_not_measured_stays_empty():
    part = {"a": {"article": 1}, "b": {}}
    assert report.by_page(part, str).splitlines()[-1] == f"| article | 1 | {report.NONE} |"
