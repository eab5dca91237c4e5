"""Which of several persons a short name means: "Mr Kim" where two Kims are in the article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from according.analysis.entities.cast import Figure
from according.analysis.entities.names import Name
from according.analysis.entities.persons import gender_of, parts_of
from according.analysis.entities.speech import Speech
from according.analysis.entities.story import Memory, Story

# What speaks for a candidate. A paper gives the short form to the person whose words it reports,
# so speaking outweighs nearness: a person merely mentioned just before is the usual wrong answer.
SPEAKS = 3.0  # the mention speaks here, and the candidate speaks elsewhere in the article
CONTINUES_HERE = 4.0  # the candidate was the last to speak, in this very paragraph
CONTINUES = 2.0  # the same, in the paragraph before
CONTINUED = 1.0  # the same, further back
SPEAKS_NEXT = 1.0  # the candidate is the next to speak
SAME_TOPIC = 1.5  # at most: both are credited with words about the same things
MAIN_SPEAKER = 1.5  # the candidate speaks most, by two speeches or more
CALLED_SO = 9.0  # the mention is called what the candidate is: "Baker, the chief executive"
OWN_TITLE = 5.0  # the candidate alone bears this title, which is more than Mr or Ms
SAME_TITLE = 2.0  # the candidate is given this title elsewhere
NAMED_HERE = 4.0  # the candidate alone is named in full earlier in this paragraph
SUBJECT_HERE = 5.0  # the same, as the subject of a sentence
SAME_SENTENCE = 2.0  # the candidate is named earlier in this very sentence
BEFORE = 2.0  # the candidate is introduced before this
SAME_AS_LAST = 1.0  # the last open mention of this form went to the candidate
NEAREST = 1.0  # the candidate is the one mentioned last
NEAREST_UNSPOKEN = 2.5  # the same, where the mention does not speak
GENDER = 1.0  # title agrees with what is known
PRONOUN = 4.0  # what is said begins with "he" or "she", and that agrees; against, where it does not
FIRST = 1.5  # the candidate is the first introduced: the story is about them


def choose(
    story: Story, memory: Memory, index: int, candidates: Sequence[Figure], speech: Speech | None
) -> Figure:
    """The candidate for whom most speaks; the first introduced where nothing tells them apart."""
    scores = {
        figure.number: _mention(story, memory, index, figure, candidates)
        + (speaking(story, memory, figure, speech) if speech is not None else 0.0)
        for figure in candidates
    }
    scores[_first(memory, candidates).number] += FIRST
    nearest = _nearest(memory, index, candidates)
    if nearest is not None:
        scores[nearest.number] += NEAREST if speech is not None else NEAREST_UNSPOKEN
    if speech is not None and (main := _main_speaker(memory, candidates)) is not None:
        scores[main.number] += MAIN_SPEAKER
    return max(candidates, key=lambda figure: scores[figure.number])


def titled_alone(story: Story, index: int, figure: Figure, candidates: Sequence[Figure]) -> bool:
    """Whether a name's title, more than Mr or Ms, is borne by this candidate and no other."""
    words = story.gazetteer.words
    plain = all(t in words.men or t in words.women for t in story.names[index].titles)
    return not plain and [f for f in candidates if _bears(story, index, f)] == [figure]


def speaking(story: Story, memory: Memory, figure: Figure, speech: Speech) -> float:
    """What earlier and later speech says for a candidate to be the one who speaks here."""
    others = [n for n in memory.speeches_of.get(figure.number, ()) if n != speech.number]
    score = SPEAKS * bool(others)
    if memory.spoken and memory.speaker_of[memory.spoken[-1]] == figure.number:
        back = speech.line - story.speeches[memory.spoken[-1]].line
        score += (CONTINUES_HERE, CONTINUES, CONTINUED)[min(back, 2)]
    following = range(speech.number + 1, min(len(story.speeches), speech.number + 5))
    upcoming = next((n for n in following if n in memory.speaker_of), None)
    if speech.pronoun is not None and figure.gender is not None:
        score += PRONOUN if figure.gender is speech.pronoun else -PRONOUN
    score += SPEAKS_NEXT * (upcoming is not None and memory.speaker_of[upcoming] == figure.number)
    shared = max((len(story.speeches[n].topic & speech.topic) for n in others), default=0)
    return score + min(SAME_TOPIC, shared / 2)


def _mention(
    story: Story, memory: Memory, index: int, figure: Figure, candidates: Sequence[Figure]
) -> float:
    """What title, order and neighbourhood say for a candidate."""
    name, words = story.names[index], story.gazetteer.words
    score = SAME_AS_LAST * (memory.last_open.get(name.key) == figure.number)
    gender = gender_of(parts_of(name.text, words), name.titles, words)
    score += GENDER * (gender is not None and figure.gender is gender)
    score += CALLED_SO * _called_so(story, index, figure)
    if titled_alone(story, index, figure, candidates):
        score += OWN_TITLE
    elif _bears(story, index, figure):
        score += SAME_TITLE
    named = memory.named_at.get(figure.number, [])
    if not named or named[0] > index:
        return score
    score += BEFORE
    last = _in_paragraph(story, memory, figure, index)
    if last is None:
        return score
    line = story.lines[name.line]
    score += SAME_SENTENCE * (line.sentence[last.start] == line.sentence[name.start])
    if not any(
        _in_paragraph(story, memory, other, index) for other in candidates if other is not figure
    ):
        subject = any(line.deps[i] in ("nsubj", "nsubjpass") for i in range(last.start, last.end))
        score += NAMED_HERE + SUBJECT_HERE * subject
    return score


def _in_paragraph(story: Story, memory: Memory, figure: Figure, index: int) -> Name | None:
    """The last full name of a figure before a name in the same paragraph."""
    full = memory.full_at.get(figure.number, [])
    earlier = bisect_right(full, index)
    last = story.names[full[earlier - 1]] if earlier else None
    return last if last is not None and last.line == story.names[index].line else None


def _bears(story: Story, index: int, figure: Figure) -> bool:
    """Whether a figure is given a name's title elsewhere, or holds the office it stands for."""
    titles = set(story.names[index].titles)
    offices = [role for role in story.roles.get(index, ()) if role.title]
    return bool(titles & figure.titles) or any(
        office.fits(role, story.gazetteer) for office in offices for role in figure.roles
    )


def _called_so(story: Story, index: int, figure: Figure) -> bool:
    """Whether the description beside a name is one by which the figure is known."""
    return any(
        role.fits(known, story.gazetteer)
        for role in story.roles.get(index, ())
        if not role.title
        for known in figure.roles
    )


def _first(memory: Memory, candidates: Sequence[Figure]) -> Figure:
    return min(
        candidates, key=lambda f: memory.named_at.get(f.number, [len(memory.cast.of_name)])[0]
    )


def _nearest(memory: Memory, index: int, candidates: Sequence[Figure]) -> Figure | None:
    last = -1
    nearest = None
    for figure in candidates:
        named = memory.named_at.get(figure.number, [])
        earlier = bisect_right(named, index)
        if earlier and named[earlier - 1] > last:
            last, nearest = named[earlier - 1], figure
    return nearest


def _main_speaker(memory: Memory, candidates: Sequence[Figure]) -> Figure | None:
    ranked = sorted(candidates, key=lambda f: -len(memory.speeches_of.get(f.number, ())))
    first, second = (len(memory.speeches_of.get(f.number, ())) for f in ranked[:2])
    return ranked[0] if first >= second + 2 else None
