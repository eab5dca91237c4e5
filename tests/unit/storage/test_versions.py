"""Which article another one is a version of."""

from __future__ import annotations

from dataclasses import replace

from according.domain.article import BlockKind
from according.storage.database import Database
from according.storage.library import Library
from according.storage.versions import fingerprints, half_shared
from tests.factories import article, opened, plain


def test_typography_and_case_do_not_make_another_paragraph() -> None:
    curly = plain("“It’s open,” the mayor said – at last.")
    straight = plain('"It\'s open," The Mayor said - at last.')
    assert fingerprints(curly) == fingerprints(straight)


def test_another_word_makes_another_paragraph() -> None:
    assert fingerprints(plain("The bridge is open.")) != fingerprints(plain("The bridge is shut."))


def test_folded_blocks_and_metadata_do_not_count() -> None:
    words = "One paragraph of the story."
    bare = plain(words)
    page = article(
        [
            (BlockKind.HEADLINE, "A headline", None),
            (BlockKind.BYLINE, "By somebody", None),
            (BlockKind.PARAGRAPH, words, None),
            (BlockKind.BOILERPLATE, "Support our work.", "donation appeal"),
        ]
    )
    assert fingerprints(page) == fingerprints(bare)


def test_a_story_of_a_headline_alone_is_known_by_it() -> None:
    headline = article([(BlockKind.HEADLINE, "Bridge open", None)])
    assert len(fingerprints(headline)) == 1
    assert fingerprints(replace(headline, text="", blocks=())) == frozenset()


FERRY = (
    "The ferry to the islands will run twice a day from May, the harbour board said.",
    "It stopped in October after its engine failed in a storm off the northern cape.",
    "Islanders had complained that the winter timetable left them without a doctor.",
    "The board’s chair, Petra Holm, said the new engine had cost more than was hoped.",
)


def test_reworded_paragraphs_are_shared_as_long_as_half_of_them_stands() -> None:
    reworded = [
        one.replace("will run", "is to run").replace("in a storm", "in heavy weather")
        for one in FERRY
    ]
    assert fingerprints(plain(*reworded[:2])).isdisjoint(fingerprints(plain(*FERRY)))
    assert half_shared(plain(*reworded[:2], "Something new."), plain(*FERRY[:2]))
    other = [one.replace("the", "a").replace(" in ", " on ").replace("ed ", "s ") for one in FERRY]
    assert not half_shared(plain(*other[2:], "Something new."), plain(*FERRY))


def test_one_paragraph_is_not_shared_with_two() -> None:
    assert not half_shared(plain(FERRY[0], FERRY[0], FERRY[0]), plain(FERRY[0], *FERRY[2:]))


def test_a_version_whose_paragraphs_were_all_reworded_is_known_by_its_headline(
    database: Database,
) -> None:
    library = Library(database)
    first = library.keep(opened(replace(plain(*FERRY), title="Ferry returns")))
    reworded = plain(
        *(one.replace("said", "says").replace(" a ", " one ") + " 🚢 Yes" for one in FERRY)
    )
    second = library.keep(opened(replace(reworded, title="Ferry returns")))
    assert second.version_of == first.id


def test_a_headline_alone_makes_no_version(database: Database) -> None:
    library = Library(database)
    library.keep(opened(replace(plain(*FERRY[:2]), title="The morning in brief")))
    other = library.keep(opened(replace(plain(*FERRY[2:]), title="The morning in brief")))
    assert other.version_of is None
