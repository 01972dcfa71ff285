"""One sentence for each kind of thing that could not come along, in the order in which they are said."""

from django.utils.translation import ngettext_lazy

SENTENCES = {
    "comment": ngettext_lazy(
        "%(count)d comment was left out.", "%(count)d comments were left out.", "count"
    ),
    "comment-mark": ngettext_lazy(
        "The mark of %(count)d comment was left out. See that the comment itself is not in the text.",
        "The marks of %(count)d comments were left out. See that the comments themselves are not in "
        "the text.",
        "count",
    ),
    "tracked": ngettext_lazy(
        "%(count)d tracked change was accepted: what was taken out stays out.",
        "%(count)d tracked changes were accepted: what was taken out stays out.",
        "count",
    ),
    "hidden": ngettext_lazy(
        "%(count)d hidden passage was left out.",
        "%(count)d hidden passages were left out.",
        "count",
    ),
    "whole": ngettext_lazy(
        "Where it comes from, the whole text is marked as a comment or as taken out. It is here all the "
        "same: see that it may be read.",
        "Where they come from, %(count)d whole texts are marked as comments or as taken out. They are here "
        "all the same: see that they may be read.",
        "count",
    ),
    "field": ngettext_lazy(
        "%(count)d field code was left out.", "%(count)d field codes were left out.", "count"
    ),
    "margin": ngettext_lazy(
        "%(count)d page header or footer was left out.",
        "%(count)d page headers or footers were left out.",
        "count",
    ),
    "mail-head": ngettext_lazy(
        "The head of %(count)d email was left out.",
        "The heads of %(count)d emails were left out.",
        "count",
    ),
    "signature": ngettext_lazy(
        "%(count)d email signature was left out.",
        "%(count)d email signatures were left out.",
        "count",
    ),
    "struck": ngettext_lazy(
        "%(count)d passage was crossed out. It is here as plain text: take it out if it should go.",
        "%(count)d passages were crossed out. They are here as plain text: take out what should go.",
        "count",
    ),
    "raised": ngettext_lazy(
        "%(count)d raised or lowered passage is written in the line now. See that it still says the same.",
        "%(count)d raised or lowered passages are written in the line now. See that they still say the "
        "same.",
        "count",
    ),
    "wrapped": ngettext_lazy(
        "%(count)d link led by another company. It leads straight to its page now.",
        "%(count)d links led by another company. They lead straight to their pages now.",
        "count",
    ),
    "tracking": ngettext_lazy(
        "%(count)d link told who follows it. It leads to the same page without that.",
        "%(count)d links told who follows them. They lead to the same pages without that.",
        "count",
    ),
    "inner-link": ngettext_lazy(
        "%(count)d link led to a place in the text that is no heading. Its words are here without it.",
        "%(count)d links led to places in the text that are no headings. Their words are here without "
        "them.",
        "count",
    ),
    "lettered": ngettext_lazy(
        "%(count)d list was counted by letters or in another way. It has numbers here: see whether the text "
        "speaks of them.",
        "%(count)d lists were counted by letters or in another way. They have numbers here: see whether the "
        "text speaks of them.",
        "count",
    ),
    "note": ngettext_lazy(
        "%(count)d foot- or endnote stands at the end as [1]. Its place is under References.",
        "%(count)d foot- or endnotes stand at the end as [1], [2]. Their place is under References.",
        "count",
    ),
    "table": ngettext_lazy(
        "%(count)d table came as lines. See that each line says what belongs together.",
        "%(count)d tables came as lines. See that each line says what belongs together.",
        "count",
    ),
    "table-beyond": ngettext_lazy(
        "%(count)d table has more than 200 rows. Those below are lines under it.",
        "%(count)d tables have more than 200 rows. Those below are lines under them.",
        "count",
    ),
    "merged": ngettext_lazy(
        "%(count)d cell of a table went over several. Its words stand in the first of them.",
        "%(count)d cells of tables went over several. Their words stand in the first of them.",
        "count",
    ),
    "cell": ngettext_lazy(
        "%(count)d cell of a table had a list, a heading or the like. Its words are lines of the cell.",
        "%(count)d cells of tables had lists, headings or the like. Their words are lines of the cells.",
        "count",
    ),
    "formula": ngettext_lazy(
        "%(count)d formula was left out.", "%(count)d formulas were left out.", "count"
    ),
    "symbol": ngettext_lazy(
        "%(count)d symbol that only its own font has was left out.",
        "%(count)d symbols that only their own font has were left out.",
        "count",
    ),
    "embedded": ngettext_lazy(
        "%(count)d chart, diagram, film or other embedded thing was left out.",
        "%(count)d charts, diagrams, films or other embedded things were left out.",
        "count",
    ),
    "style": ngettext_lazy(
        "%(count)d style of the document has no counterpart here. Its words came as plain text.",
        "%(count)d styles of the document have no counterpart here. Their words came as plain text.",
        "count",
    ),
    "missing": ngettext_lazy(
        "%(count)d passage of the document could not be read. See what is missing.",
        "%(count)d passages of the document could not be read. See what is missing.",
        "count",
    ),
    "picture": ngettext_lazy(
        "One picture was left out. Add it from the picture library.",
        "%(count)d pictures were left out. Add them from the picture library.",
        "count",
    ),
}
