"""English is told by its small words, others by their letters; a little text by neither."""

from __future__ import annotations

import pytest

from according.readers.language import language_of

ENGLISH = "The council said that the bridge would be closed for most of the year."
FRENCH = (
    "Le pont tournant du port sera fermé pendant un an à partir du mois d’avril, a annoncé la "
    "municipalité après la visite des plongeurs."
)
GERMAN = (
    "Die Drehbrücke am inneren Hafen wird ab April für ein Jahr gesperrt, teilte die Stadt am "
    "Dienstag mit, nachdem Taucher die Pfeiler geprüft hatten."
)
CHINESE = "市政府星期二宣布，内港的旋转桥将从四月起关闭一年。"
NAMES = "Maren Oddie, Peter Quill, Ines Farrow, Tom Ash"


@pytest.mark.parametrize(
    ("text", "said", "code"),
    [
        (ENGLISH, None, "en"),
        (ENGLISH, "fr", "en"),
        (FRENCH, None, "fr"),
        (FRENCH, "en-GB", "fr"),
        (GERMAN, None, "de"),
        (CHINESE, None, "zh"),
        (NAMES, None, None),
        (NAMES, "en-GB", "en"),
        (NAMES, "pt_BR", "pt"),
        (NAMES, "?", None),
        ("", None, None),
    ],
)
def test_the_text_comes_before_what_the_file_says(
    text: str, said: str | None, code: str | None
) -> None:
    assert language_of([text], said=said) == code
