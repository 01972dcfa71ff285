from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from writing.pasting.pasted import blocks_from_html
from writing.sanitizer import sanitize


def read(html):
    left_out = Counter()
    return blocks_from_html(f"<p>{html}</p>", left_out)[0].text, +left_out


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("10<sup>3</sup> people", "10³ people"),
        ("10<sup>-6</sup> and 10<sup>−12</sup>", "10⁻⁶ and 10⁻¹²"),
        ("2<sup>n</sup>, x<sup>2</sup>, R<sup>2</sup> = .4, (a + b)<sup>2</sup>", "2ⁿ, x², R² = .4, (a + b)²"),
        ("30 m<sup>2</sup>, 2 cm<sup>3</sup>, 5 in<sup>2</sup>, kg/m<sup>2</sup>", "30 m², 2 cm³, 5 in², kg/m²"),
        ("H<sub>2</sub>O, CO<sub>2</sub>, B<sub>12</sub>, x<sub>i</sub>", "H₂O, CO₂, B₁₂, xᵢ"),
        ("1<sup>1</sup>/<sub>2</sub> hours", "1¹/₂ hours"),
        ("<sup>3</sup>⁄<sub>4</sub> of them", "³⁄₄ of them"),
        ("the 1<sup>st</sup> and 22<sup>nd</sup>, 3<sup>e</sup>", "the 1st and 22nd, 3e"),
        ("Rest<sup>TM</sup>, Rest<sup>®</sup>, Rest<sup>*</sup>", "Rest™, Rest®, Rest*"),
        ("see<sup>12</sup> there", "see[12] there"),
        ("It is so.<sup>3</sup> “It is.”<sup>4</sup>", "It is so.[3] “It is.”[4]"),
        ("many say<sup>1,2</sup> or<sup>3, 4</sup> or<sup>5–7</sup>", "many say[1][2] or[3][4] or[5]–[7]"),
        ("we believe in<sup>2</sup>", "we believe in[2]"),
        ("(as Smith wrote)<sup>7</sup>", "(as Smith wrote)[7]"),
        ("<sup>1</sup> Smith, 2020", "[1] Smith, 2020"),
        ("see<sup>[12]</sup>", "see[12]"),
        ('see<sup><a href="#_ftn12">12</a></sup>', "see[12]"),
        ("see<sup>a</sup>", "see[a]"),
        ('10<span style="vertical-align: super; font-size: .6em">3</span>', "10³"),
        ('10<span style="position:relative;top:-3.0pt;mso-text-raise:3.0pt">3</span>', "10³"),
        ('H<span style="mso-text-raise:-2pt">2</span>O', "H₂O"),
        ('10<span style="vertical-align:30%">3</span>', "10³"),
        ('10<sup><span style="vertical-align:baseline">3</span></sup>', "10³"),
        ("10<sup><b>1</b>2</sup>", "10¹²"),
        ('1<span style="vertical-align:baseline">2</span>3', "123"),
        ("a <sup> </sup>b<sup></sup>", "a b"),
    ],
)  # fmt: skip
def test_it_is_written_in_line_and_says_the_same(html, text):
    assert read(html) == (text, {})


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("10<sup>1.5</sup>", "10^1.5"),
        ("10<sup>3/4 x</sup>", "10^(3/4 x)"),
        ("x<sub>max</sub>", "x_max"),
        ("the room<sup>upstairs</sup>", "the room upstairs"),
        ("M<sup>lle</sup>", "Mlle"),
    ],
)
def test_what_no_character_says_is_written_apart_and_said(html, text):
    assert read(html) == (text, {"raised": 1})


@settings(max_examples=300)
@given(
    st.text("019ax .)(mé²", max_size=6),
    st.text("0123456789-,+ nx.", min_size=1, max_size=4),
    st.sampled_from(["sup", "sub"]),
)
def test_a_figure_never_runs_into_what_it_stands_above(before, raised, tag):
    clean = sanitize(f"<p>{before}<{tag}>{raised}</{tag}></p>")
    if any(c.isdigit() for c in raised) and before[-1:].isdecimal():
        assert f"{before.strip()}{raised.strip()}" not in clean
    assert sanitize(clean) == clean
