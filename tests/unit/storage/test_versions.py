"""Which article another one is a version of."""

from __future__ import annotations

from dataclasses import replace

from according.domain.article import BlockKind
from according.storage.versions import fingerprints
from tests.factories import article, plain


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
