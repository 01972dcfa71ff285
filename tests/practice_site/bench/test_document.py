from practice_site.bench import document, figure

FIGURES = document.FIGURE.with_name("figures.json")


def test_the_tables_are_those_of_the_figures():
    text = document.DOCUMENT.read_text(encoding="utf-8")
    assert document.filled(text, document.read(FIGURES)) == text


def test_the_figure_is_that_of_the_figures():
    assert document.FIGURE.read_text(encoding="utf-8") == figure.svg(document.read(FIGURES))


def test_what_stands_around_the_tables_stays():
    results = document.read(FIGURES)
    text = f"before\n{document.BEGIN}yesterday\n{document.END}after\n"
    filled = document.filled(text, results)
    assert (filled[:7], filled[-6:]) == ("before\n", "after\n")
    assert "yesterday" not in filled
    assert document.filled(filled, results) == filled
