from __future__ import annotations

from according.readers.html.rows import Row, rows_of
from according.readers.html.tree import tree_of


def rows(body: str) -> tuple[Row, ...]:
    root = tree_of(f"<html><body>{body}</body></html>")
    assert root is not None
    return rows_of(root)


def texts(body: str) -> list[str]:
    return [row.text for row in rows(body)]


def test_each_block_is_a_row_with_single_spaces() -> None:
    assert texts("<h2>One</h2><p>Two\n  and <b>three</b></p><div>four<p>five</p>six</div>") == [
        "One",
        "Two and three",
        "four",
        "five",
        "six",
    ]


def test_one_break_is_a_space_and_two_part_paragraphs() -> None:
    assert texts("<div>One<br>line.<br><br>Another.</div>") == ["One line.", "Another."]


def test_what_no_reader_sees_is_no_row() -> None:
    hidden = "<script>a</script><style>b</style><noscript>c</noscript><template>d</template>"
    assert texts(f"{hidden}<button>Go</button><svg><text>e</text></svg><p>Seen.</p>") == ["Seen."]


def test_text_behind_what_is_left_out_stays() -> None:
    assert texts("<p>Before <script>x</script>after.</p>") == ["Before after."]


def test_a_row_knows_what_it_is_in() -> None:
    (row,) = rows(
        '<article><div class="relatedStories"><ul><li><p><a href="/">All of it</a></p></li></ul>'
        "</div></article>"
    )
    assert row.tag == "li"
    assert row.around == {"article"}
    assert "related" in row.hints
    assert row.linked == 1.0


def test_words_that_only_a_style_sheet_parts_are_parted() -> None:
    assert texts("<p><a>Ann Harrow</a><span>Health editor</span></p>") == [
        "Ann Harrow Health editor"
    ]


def test_names_written_in_two_cases_stay_whole() -> None:
    assert texts("<p>The i<b>Phone</b> of O<i>Neill</i></p>") == ["The iPhone of ONeill"]


def test_the_short_cells_of_a_table_are_one_line() -> None:
    assert texts(
        "<table><tr><th>Team</th><th>Points</th></tr><tr><td>Aldham</td><td><b>12</b></td></tr></table>"
    ) == ["Team | Points", "Aldham | 12"]


def test_a_table_that_lays_out_a_page_is_no_line() -> None:
    long = "The council said on Monday that it would pay for the new roof of the hall."
    assert texts(f"<table><tr><td>Home</td><td><p>{long}</p></td></tr></table>") == ["Home", long]


def test_the_marks_that_a_browser_sets_around_a_quotation_are_text() -> None:
    assert texts("<p>She said <q>no</q>.</p>") == ["She said “no”."]


def test_text_that_is_set_as_it_is_has_its_paragraphs() -> None:
    assert texts("<pre>One\nline.\n\nAnother.</pre>") == ["One line.", "Another."]


def test_places_where_a_word_may_break_are_no_text() -> None:
    assert texts("<p>Com\u00admit\u200btee</p>") == ["Committee"]
