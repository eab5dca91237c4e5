"""What the article says somebody is: "South Korea’s defence minister", "state news agency"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from according.analysis.entities.gazetteer import Gazetteer
from according.analysis.entities.lines import POSSESSIVE, Line
from according.analysis.entities.names import Name
from according.domain.article import BlockKind
from according.domain.entities import EntityKind
from according.domain.spans import Span

LONGEST = 16
"""Tokens a description may have; a longer one is a sentence of its own."""

SHOWN, MOST = 8, 10
"""Words of a description that are shown; one of more than `MOST` ends before a later part of it."""

DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her"))

NOT_ROLES = (
    DETERMINERS
    | frozenset(
        (
            "former",
            "then",
            "current",
            "new",
            "late",
            "ex",
            "acting",
            "senior",
            "outgoing",
            "country",
        )
    )
    | {"our", "of", "for", "and"}
)
"""Words of a description by which one role is not told from another."""

MODIFIERS = frozenset(("state", "former", "retired", "acting", "then", "junior", "senior", "late"))
"""Words before "Sen. Hale" that belong to what the title says."""

RELATIONS = frozenset(
    (
        "ally", "aunt", "boyfriend", "brother", "colleague", "counterpart", "cousin", "daughter",
        "father", "friend", "girlfriend", "husband", "mother", "neighbor", "neighbour", "nephew",
        "niece", "partner", "rival", "sister", "son", "uncle", "widow", "widower", "wife",
    )
)  # fmt: skip
"""What somebody is to somebody else: alone it says less of them than any office."""

RANKS_TOO = frozenset(("general", "major"))
"""Roles whose words also say of what rank or size a thing is: "chief of the general staff"."""

AGENT_ENDINGS = ("ist", "ian", "man", "woman", "er", "or", "eer", "person")
PLAIN = frozenset(("NOUN", "ADJ", "PROPN"))
PARTICIPLES = frozenset(("acl", "amod", "relcl"))
"""How the parser sees "based" in "a lawyer based in Oslo"."""

OVER_THE_STORY = frozenset((BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.HEADING))

CLOSING = frozenset((",", ".", ";", ")", "'s", "’s", "”", "–", "—", "?", "!"))
"""What stands behind a name in apposition: "the mayor, Ann Lee, ..."."""

At = Mapping[tuple[int, int], Name]
"""The name that covers a token, by line and token."""


@dataclass(frozen=True, slots=True)
class Role:
    """A description at tokens [start, end) of a line: its words in one spelling, whose it is.

    `noun` is its head as printed and `head` in one spelling; `place` is the country's name in the
    list, None where none is named. `title` roles stand before a name as its title; `in_story` ones
    in the paragraphs, not over them, `epithet` ones without the name beside them.
    """

    line: int
    start: int
    end: int
    text: str
    span: Span
    head: str
    noun: str
    words: frozenset[str]
    place: str | None = None
    title: bool = False
    in_story: bool = True
    epithet: bool = False

    def fits(self, fuller: Role, gazetteer: Gazetteer) -> bool:
        """Whether this role, said later and shorter, can mean the fuller one."""
        if self.place and fuller.place and self.place != fuller.place:
            return False
        if self.words <= fuller.words:
            return True
        wider = gazetteer.words.wider.get(self.head, frozenset())
        names_it = fuller.head in wider or bool(fuller.words & wider)
        return names_it and self.words - {self.head} <= fuller.words


def before(line: Line, name: Name, at: At, gazetteer: Gazetteer) -> Role | None:
    """The description in front of a name: "Russian president", "secretary of state"."""
    last = name.start - 1
    if last < 1 and (last < 0 or line.pos[last] not in PLAIN):
        return None
    comma = line.words[last] == ","
    if comma:
        last -= 1
        after_name = line.words[name.end] if name.end < len(line) else "."
        if after_name not in CLOSING:
            return None
    if last < 0 or not _describes(line, last, name, gazetteer):
        return None
    start = _left_end(line, last, at, gazetteer)
    if comma and not _determined(line, start, at):
        return None
    if name.office < name.start and start >= name.office:
        return None  # the title alone
    return role_at(line, start, last + 1, at, gazetteer)


def after(line: Line, name: Name, at: At, gazetteer: Gazetteer) -> Role | None:
    """The description behind a name: ", the Ukrainian chief of ...", ", who is a nurse"."""
    index = _opening(line, name.end)
    if index is None:
        return None
    start, end = index, index
    while end < len(line) and end - start < LONGEST and not _ends_description(line, end):
        end += 1
    head = _head(line, start, end)
    if head is None or line.words[end - 1] in POSSESSIVE or _is_subject(line, name, index, end):
        return None
    if not _describes(line, head, name, gazetteer, behind=True):
        return None
    proper = line.capital(start) and line.pos[start] == "PROPN" and (line.number, start) not in at
    if name.kind is EntityKind.PERSON and proper:
        return None
    return role_at(line, start, end, at, gazetteer)


def _is_subject(line: Line, name: Name, start: int, end: int) -> bool:
    """Whether what follows a name is the subject of the clause: "with Brandt, the union agreed"."""
    if start != name.end + 1 or line.words[name.end] in ("is", "was") or end >= len(line):
        return False
    return line.pos[end] in ("VERB", "AUX") and line.deps[end] not in PARTICIPLES


def behind(line: Line, name: Name, at: At, gazetteer: Gazetteer) -> Role | None:
    """What an organisation is by the noun right behind its name: "the RMT union"."""
    index, words = name.end, gazetteer.words
    if name.kind is not EntityKind.ORGANISATION:
        return None
    while index + 1 < len(line) and line.pos[index] == line.pos[index + 1] == "NOUN":
        index += 1
    noun = line.words[index] if index < len(line) else ""
    if noun and line.heads[name.end - 1] != index:
        return None
    if noun not in words.descriptions | words.outlets or noun in words.roles:
        return None
    if not name.start or line.words[name.start - 1].lower() not in DETERMINERS:
        return None
    return role_at(line, name.end, index + 1, at, gazetteer)


def role_at(line: Line, start: int, end: int, at: At, gazetteer: Gazetteer) -> Role | None:
    """The role that tokens [start, end) spell out, or None without a common noun in it."""
    while start < end and (
        line.pos[start] in ("DET", "PRON", "ADP", "CCONJ", "PUNCT", "SPACE", "PART")
        or line.words[start].lower() == "then"
    ):
        start += 1
    head = _head(line, start, end)
    if head is None:
        return None
    words, place = _told_by(line, start, head, end, at, gazetteer)
    end = _shown_end(line, start, head, end, at)
    text = " ".join(line.text(start, end).split())
    spelt = one_spelling(line.words[head].lower(), gazetteer)
    if spelt == "minister" and "prime" in words:
        spelt = "prime minister"
    if _common(line, start, end, gazetteer) and (line.number, start) not in at:
        text = text[0].lower() + text[1:]
    return Role(
        line=line.number,
        start=start,
        end=end,
        text=text,
        span=line.span(start, end),
        head=spelt,
        noun=line.words[head].lower(),
        words=frozenset(words),
        place=place,
        in_story=line.passage.block.kind not in OVER_THE_STORY,
    )


def _told_by(
    line: Line, start: int, head: int, end: int, at: At, gazetteer: Gazetteer
) -> tuple[set[str], str | None]:
    """The words by which a role is told from others, and its country; no words of another's office.

    "The mayor's wife" and "wife of the mayor" are no mayors.
    """
    place: str | None = None
    words: set[str] = set()
    for index in range(start, end):
        named = at.get((line.number, index))
        known = named.known if named else None
        if known is not None and known.kind in (EntityKind.PLACE, EntityKind.GROUP):
            if place is None and index < head:
                place = known.key.partition(":")[2]
            continue
        word = line.words[index].lower()
        office = word in gazetteer.words.roles and word not in RANKS_TOO
        behind_head = office and index > head
        if office and index < head and line.words[index + 1] in POSSESSIVE:
            words.clear()
            place = None
        elif (
            word[0].isalnum()
            and word not in NOT_ROLES
            and line.pos[index] != "DET"
            and not behind_head
        ):
            words.add(one_spelling(word, gazetteer))
    return words, place


def _shown_end(line: Line, start: int, head: int, end: int, at: At) -> int:
    """Where a long description is cut, never within a name in it."""
    words = [index for index in range(start, end) if line.words[index][0].isalnum()]
    if len(words) > MOST:
        limit = words[SHOWN]
        cuts = [
            index
            for index in range(head + 1, limit + 1)
            if line.pos[index] in ("ADP", "CCONJ", "SCONJ") and (line.number, index) not in at
        ]
        end = cuts[-1] if cuts else end
    while end - 1 > head and line.pos[end - 1] in ("ADP", "CCONJ", "DET", "PUNCT", "PRON"):
        end -= 1
    return end


def _common(line: Line, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether a description has a capital only because it opens a sentence."""
    word = line.words[start]
    if not line.opens_sentence(start) or word[1:2].isupper():
        return False
    if line.pos[start] == "PROPN" and not is_role(word.lower(), gazetteer):
        return word.lower() in NOT_ROLES
    return start + 1 >= end or not line.capital(start + 1) or word.lower() in NOT_ROLES


def title_as_role(line: Line, name: Name, at: At, gazetteer: Gazetteer) -> Role | None:
    """What titles make of a person: "Sen Hale" is a senator, "Vice President Lee" its two words."""
    words = gazetteer.words
    whole = words.offices | words.posts | words.title_roles.keys()
    if whole.isdisjoint(name.titles):
        return None
    spelt = [
        words.title_roles.get(title, title if title.isupper() else title.lower())
        for title in name.titles
        if title in whole or title in words.partial
    ]
    start, place = name.office, None
    if start == name.start and start:
        start, place = _modifier(line, start, at)
    own = " ".join(spelt)
    before_it = line.text(start, name.office) if start < name.office else ""
    if before_it.istitle() and before_it.lower() in MODIFIERS:
        before_it = before_it.lower()
    text = f"{before_it} {own}".strip()
    seat = place or _seat_behind(line, name, at)
    return Role(
        line=line.number,
        start=start,
        end=name.core,
        text=text,
        span=line.span(start, name.core),
        head=own if own == "prime minister" else one_spelling(spelt[-1].lower(), gazetteer),
        noun=spelt[-1].lower(),
        words=frozenset(
            one_spelling(word, gazetteer)
            for word in (text if place is None else own).lower().split()
            if word not in NOT_ROLES
        ),
        place=seat,
        title=True,
    )


def _modifier(line: Line, start: int, at: At) -> tuple[int, str | None]:
    """Where the words begin that belong to a title: "state", "Democratic" or "Ohio" in front."""
    if line.words[start - 1].lower() in MODIFIERS:
        return start - 1, None
    named = at.get((line.number, start - 1))
    if named is None or named.kind not in (EntityKind.GROUP, EntityKind.PLACE):
        return start, None
    return named.start, _seat(named)


def _seat_behind(line: Line, name: Name, at: At) -> str | None:
    """The place for which somebody with a title sits: "Sen. Ada Crowe of Ohio"."""
    named = at.get((line.number, name.end + 1))
    of_it = name.end < len(line) and line.words[name.end] == "of"
    return _seat(named) if of_it and named is not None and named.kind is EntityKind.PLACE else None


def _seat(name: Name) -> str | None:
    return name.known.key.partition(":")[2] if name.known is not None else None


def one_spelling(word: str, gazetteer: Gazetteer) -> str:
    return gazetteer.words.spelling.get(word, word)


def is_role(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a common noun says what one person does."""
    return word in gazetteer.words.roles


def _describes(
    line: Line, index: int, name: Name, gazetteer: Gazetteer, *, behind: bool = False
) -> bool:
    """Whether the noun at `index` can say what the named one is."""
    word = line.words[index].lower()
    words = gazetteer.words
    if name.kind is EntityKind.PERSON:
        if is_role(word, gazetteer):
            return True
        of_role = (
            index > 1
            and line.words[index - 1] == "of"
            and is_role(line.words[index - 2].lower(), gazetteer)
        )
        if of_role and name.office < name.start:
            return True
        if line.pos[index] not in ("NOUN", "PROPN") or line.words[index] != word:
            return False
        return of_role or (len(word) > 5 and word.endswith(AGENT_ENDINGS))
    if name.kind is EntityKind.ORGANISATION:
        return line.pos[index] == "NOUN" and word in (
            words.descriptions | words.outlets | words.bodies
        )
    return behind and name.kind is EntityKind.FACILITY and word in words.descriptions


def _left_end(line: Line, last: int, at: At, gazetteer: Gazetteer) -> int:
    """Where the noun phrase that ends at `last` begins."""
    crosses = not is_role(line.words[last].lower(), gazetteer)
    index = last
    while index > 0 and last - index < LONGEST:
        left = index - 1
        if line.words[left] == "of":
            if not (crosses and left and is_role(line.words[left - 1].lower(), gazetteer)):
                break
            crosses = False
        elif not _belongs(line, left, last, at):
            break
        named = at.get((line.number, left))
        index = min(left, named.start) if named is not None else left
    return index


def _belongs(line: Line, left: int, last: int, at: At) -> bool:
    """Whether the token at `left` is part of the noun phrase to its right."""
    word, before = line.words[left], max(left - 1, 0)
    if word in POSSESSIVE:
        return (line.number, before) in at or line.pos[before] in ("NOUN", "PROPN")
    if word == "-":
        return line.starts[left + 1] == line.ends[left]
    if word == "and":
        pair = line.pos[before] in ("ADJ", "NOUN") and line.pos[left + 1] == "NOUN"
        return pair and line.deps[before] in ("amod", "compound", "nmod")
    if line.pos[left] not in PLAIN or _other_person(line, left, at):
        return False
    if line.pos[left] != "PROPN" or (line.number, left) in at or word.islower():
        return True
    return word.istitle() and (line.capital(last) or line.opens_sentence(left))


def _other_person(line: Line, index: int, at: At) -> bool:
    named = at.get((line.number, index))
    return named is not None and named.kind in (EntityKind.PERSON, EntityKind.DATE)


def _determined(line: Line, start: int, at: At) -> bool:
    """Whether a phrase before a comma is definite: "The mayor, Ann Lee,"."""
    if start > 0 and line.words[start - 1].lower() in DETERMINERS:
        return True
    return any(word in POSSESSIVE for word in line.words[start : start + 4]) or (
        (line.number, start) in at
    )


def _opening(line: Line, index: int) -> int | None:
    """Where a description behind a name begins, past comma, age and "who is"."""
    words = line.words
    if index + 2 >= len(line):
        return None
    if words[index] in ("is", "was") and line.pos[index + 1] == "DET":
        return index + 1
    if words[index] not in (",", "(", "–", "—"):
        return None
    index += 1
    if words[index] == "aged" and index + 1 < len(line):
        index += 1
    if line.pos[index] == "NUM" and index + 2 < len(line) and words[index + 1] == ",":
        index += 2
    if words[index] == "who" and words[index + 1] in ("is", "was") and index + 3 < len(line):
        index += 2
    return index


def _ends_description(line: Line, index: int) -> bool:
    word = line.words[index]
    if word in (
        ",",
        ".",
        ";",
        ":",
        ")",
        "–",
        "—",
        "”",
        '"',
        "“",
        "(",
        "who",
        "which",
        "whose",
        "where",
        "that",
    ):
        return True
    if line.pos[index] == "AUX":
        return True
    if line.pos[index] == "VERB" and line.deps[index] not in ("amod", "compound"):
        return True
    after = line.pos[min(index + 1, len(line) - 1)]
    return word in ("and", "but", "or") and after in ("PROPN", "VERB", "PRON", "AUX", "DET", "ADV")


def _head(line: Line, start: int, end: int) -> int | None:
    """The head noun of a phrase: the last noun before its first "of" or "at"."""
    head = None
    for index in range(start, end):
        if line.pos[index] in ("NOUN", "PROPN") and line.words[index] not in POSSESSIVE:
            if index + 1 < end and line.words[index + 1] in POSSESSIVE:
                continue
            head = index
        elif line.pos[index] == "ADP" and head is not None:
            break
    return head
