"""Everything the reader can do in one table; menus, palette and list of keys come from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QKeySequence

Keys = QKeySequence.StandardKey | str
_Standard = QKeySequence.StandardKey


class Menu(StrEnum):
    """The menus, in the order of the menu bar."""

    FILE = "&File"
    EDIT = "&Edit"
    VIEW = "&View"
    CLAIM = "&Claim"
    ENTITY = "E&ntity"
    HELP = "&Help"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader can do.

    `slot` is the method that does it, by its path from `Controls`, called with `argument` where
    there is one. `on_page` commands have single letters for keys and listen only while the page has
    the focus, so that a letter typed into a note is a letter. `section` starts a group in the menu.
    """

    id: str
    text: str
    menu: Menu
    slot: str
    keys: tuple[Keys, ...] = ()
    icon: str = ""
    argument: str | int | None = None
    on_page: bool = False
    checkable: bool = False
    group: str = ""
    section: bool = False
    needs_article: bool = False


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark a text for `lupdate`, which knows this name; PySide's own gives up the type."""
    return text


BLOCK_TOOL = "blocks.mark"
"""The slot of the commands by which the reader says what belongs to the article."""

ENTITY_TOOL = "entities.correct"
"""The slot of all commands by which the reader says something of an entity."""

COMMANDS: tuple[Command, ...] = (
    Command(
        "open",
        QT_TRANSLATE_NOOP("Command", "&Open…"),
        Menu.FILE,
        "opening.ask_for_files",
        (_Standard.Open,),
        "open",
    ),
    Command(
        "paste-article",
        QT_TRANSLATE_NOOP("Command", "&Paste as article"),
        Menu.FILE,
        "opening.paste",
        ("Ctrl+Shift+V",),
        "paste",
    ),
    Command(
        "import-assessments",
        QT_TRANSLATE_NOOP("Command", "&Import assessments…"),
        Menu.FILE,
        "judging.ask_for_list",
        section=True,
    ),
    Command(
        "quit",
        QT_TRANSLATE_NOOP("Command", "&Quit"),
        Menu.FILE,
        "window.close",
        ("Ctrl+Q",),
        "quit",
        section=True,
    ),
    Command(
        "undo",
        QT_TRANSLATE_NOOP("Command", "&Undo"),
        Menu.EDIT,
        "changes.undo",
        (_Standard.Undo,),
        "undo",
    ),
    Command(
        "redo",
        QT_TRANSLATE_NOOP("Command", "&Redo"),
        Menu.EDIT,
        "changes.redo",
        (_Standard.Redo,),
        "redo",
    ),
    Command(
        "copy",
        QT_TRANSLATE_NOOP("Command", "&Copy"),
        Menu.EDIT,
        "copy",
        (_Standard.Copy,),
        "copy",
        section=True,
    ),
    Command(
        "find",
        QT_TRANSLATE_NOOP("Command", "&Find in article"),
        Menu.EDIT,
        "begin_search",
        (_Standard.Find,),
        "find",
        section=True,
        needs_article=True,
    ),
    Command(
        "find-next",
        QT_TRANSLATE_NOOP("Command", "Find &next"),
        Menu.EDIT,
        "page.find_next",
        ("F3", "Ctrl+G"),
        argument=1,
        needs_article=True,
    ),
    Command(
        "find-previous",
        QT_TRANSLATE_NOOP("Command", "Find pre&vious"),
        Menu.EDIT,
        "page.find_next",
        ("Shift+F3", "Ctrl+Shift+G"),
        argument=-1,
        needs_article=True,
    ),
    *(
        Command(
            name,
            text,
            Menu.EDIT,
            BLOCK_TOOL,
            argument=what,
            section=name == "part-of-article",
            needs_article=True,
        )
        for name, what, text in (
            (
                "part-of-article",
                "mark body",
                QT_TRANSLATE_NOOP("Command", "Paragraph is p&art of the article"),
            ),
            (
                "not-of-article",
                "mark boilerplate",
                QT_TRANSLATE_NOOP("Command", "Paragraph is n&ot part of the article"),
            ),
        )
    ),
    Command(
        "palette",
        QT_TRANSLATE_NOOP("Command", "Find a co&mmand…"),
        Menu.EDIT,
        "help.show_palette",
        ("Ctrl+Shift+P",),
        section=True,
    ),
    Command(
        "preferences",
        QT_TRANSLATE_NOOP("Command", "P&references…"),
        Menu.EDIT,
        "preferring.show",
        # Many systems name no key for it; Ctrl is the command key on macOS.
        (_Standard.Preferences, "Ctrl+,"),
        "preferences",
        section=True,
    ),
    *(
        Command(f"layer-{layer}", text, Menu.VIEW, "switch_layer", argument=layer, checkable=True)
        for layer, text in (
            ("claims", QT_TRANSLATE_NOOP("Command", "Show &claims")),
            ("entities", QT_TRANSLATE_NOOP("Command", "Show &entities")),
            ("certainty", QT_TRANSLATE_NOOP("Command", "Show certainty &words")),
        )
    ),
    Command(
        "zoom-in",
        QT_TRANSLATE_NOOP("Command", "&Larger text"),
        Menu.VIEW,
        "zoom_by",
        ("Ctrl++", "Ctrl+="),
        "zoom-in",
        argument=1,
        section=True,
    ),
    Command(
        "zoom-out",
        QT_TRANSLATE_NOOP("Command", "&Smaller text"),
        Menu.VIEW,
        "zoom_by",
        (_Standard.ZoomOut,),
        "zoom-out",
        argument=-1,
    ),
    Command(
        "zoom-reset",
        QT_TRANSLATE_NOOP("Command", "&Usual size"),
        Menu.VIEW,
        "reset_zoom",
        ("Ctrl+0",),
    ),
    *(
        Command(
            f"view-{view}",
            text,
            Menu.VIEW,
            "panel.show_view",
            (key,),
            argument=view,
            section=view == "sources",
        )
        for view, key, text in (
            ("sources", "Ctrl+1", QT_TRANSLATE_NOOP("Command", "Sources &panel")),
            ("context", "Ctrl+2", QT_TRANSLATE_NOOP("Command", "Conte&xt panel")),
            ("claim", "Ctrl+3", QT_TRANSLATE_NOOP("Command", "Cla&im panel")),
        )
    ),
    Command(
        "sources-table",
        QT_TRANSLATE_NOOP("Command", "Sources and claims as a &table"),
        Menu.VIEW,
        "tabulating.show",
        needs_article=True,
    ),
    Command(
        "next-pane",
        QT_TRANSLATE_NOOP("Command", "&Next pane"),
        Menu.VIEW,
        "cycle_panes",
        ("F6",),
        argument=1,
        section=True,
    ),
    Command(
        "previous-pane",
        QT_TRANSLATE_NOOP("Command", "Previous pane"),
        Menu.VIEW,
        "cycle_panes",
        ("Shift+F6",),
        argument=-1,
    ),
    *(
        Command(
            f"theme-{name}",
            text,
            Menu.VIEW,
            "choose_theme",
            argument=name,
            checkable=True,
            group="theme",
            section=name == "system",
        )
        for name, text in (
            ("system", QT_TRANSLATE_NOOP("Command", "Colours of the system")),
            ("light", QT_TRANSLATE_NOOP("Command", "Light colours")),
            ("dark", QT_TRANSLATE_NOOP("Command", "Dark colours")),
            ("high-contrast", QT_TRANSLATE_NOOP("Command", "High contrast")),
            ("colour-blind", QT_TRANSLATE_NOOP("Command", "Colour-blind safe")),
        )
    ),
    Command(
        "analyse-again",
        QT_TRANSLATE_NOOP("Command", "&Analyse again"),
        Menu.VIEW,
        "desk.analyse",
        ("F5",),
        "analyse",
        section=True,
        needs_article=True,
    ),
    *(
        Command(
            f"{way}-{what}",
            text,
            Menu.CLAIM,
            f"page.next_{what}",
            (key,),
            argument=1 if way == "next" else -1,
            on_page=True,
            needs_article=True,
        )
        for way, what, key, text in (
            ("next", "claim", "J", QT_TRANSLATE_NOOP("Command", "&Next claim")),
            ("previous", "claim", "K", QT_TRANSLATE_NOOP("Command", "&Previous claim")),
            ("next", "certainty", "H", QT_TRANSLATE_NOOP("Command", "Next &certainty word")),
            (
                "previous",
                "certainty",
                "Shift+H",
                QT_TRANSLATE_NOOP("Command", "Previous certainty word"),
            ),
        )
    ),
    Command(
        "note",
        QT_TRANSLATE_NOOP("Command", "&Write a note"),
        Menu.CLAIM,
        "write_note",
        ("N",),
        "note",
        on_page=True,
        section=True,
        needs_article=True,
    ),
    Command(
        "change-source",
        QT_TRANSLATE_NOOP("Command", "Change &source…"),
        Menu.CLAIM,
        "change_source",
        ("S",),
        "source",
        on_page=True,
        needs_article=True,
    ),
    *(
        Command(
            f"verdict-{verdict}",
            text,
            Menu.CLAIM,
            "set_verdict",
            (str(number),),
            argument=verdict,
            on_page=True,
            section=number == 1,
            needs_article=True,
        )
        for number, (verdict, text) in enumerate(
            (
                ("open", QT_TRANSLATE_NOOP("Command", "Verdict open")),
                ("holds", QT_TRANSLATE_NOOP("Command", "Verdict holds")),
                ("doubtful", QT_TRANSLATE_NOOP("Command", "Verdict doubtful")),
                ("refuted", QT_TRANSLATE_NOOP("Command", "Verdict refuted")),
                ("needs checking", QT_TRANSLATE_NOOP("Command", "Verdict needs checking")),
            ),
            start=1,
        )
    ),
    Command(
        "let-go",
        QT_TRANSLATE_NOOP("Command", "&Let go of what is chosen"),
        Menu.CLAIM,
        "let_go",
        ("Esc",),
        section=True,
    ),
    *(
        Command(
            f"{way}-entity",
            text,
            Menu.ENTITY,
            "page.next_entity",
            (key,),
            argument=1 if way == "next" else -1,
            on_page=True,
            needs_article=True,
        )
        for way, key, text in (
            ("next", "E", QT_TRANSLATE_NOOP("Command", "&Next entity")),
            ("previous", "Shift+E", QT_TRANSLATE_NOOP("Command", "&Previous entity")),
        )
    ),
    *(
        Command(
            name,
            text,
            Menu.ENTITY,
            ENTITY_TOOL,
            keys,
            argument=what,
            on_page=bool(keys),
            section=what == "name",
            needs_article=True,
        )
        for name, what, keys, text in (
            ("rename-entity", "name", ("R",), QT_TRANSLATE_NOOP("Command", "&Rename entity…")),
            ("entity-kind", "kind", (), QT_TRANSLATE_NOOP("Command", "Change &kind of entity…")),
            ("same-entity", "same", (), QT_TRANSLATE_NOOP("Command", "Entity is the &same as…")),
            (
                "who-is-meant",
                "means",
                ("W",),
                QT_TRANSLATE_NOOP("Command", "Mention means some&body else…"),
            ),
        )
    ),
    Command(
        "keys", QT_TRANSLATE_NOOP("Command", "&Keys"), Menu.HELP, "help.show_keys", ("F1",), "keys"
    ),
    Command(
        "keys-page",
        QT_TRANSLATE_NOOP("Command", "Keys"),
        Menu.HELP,
        "help.show_keys",
        ("?",),
        on_page=True,
    ),
    Command(
        "sample",
        QT_TRANSLATE_NOOP("Command", "Open the &sample article"),
        Menu.HELP,
        "opening.open_sample",
    ),
    Command(
        "log-folder",
        QT_TRANSLATE_NOOP("Command", "Open the &log folder"),
        Menu.HELP,
        "help.open_log_folder",
        section=True,
    ),
    Command(
        "about",
        QT_TRANSLATE_NOOP("Command", "&About According"),
        Menu.HELP,
        "help.show_about",
        icon="about",
    ),
)

HIDDEN = frozenset({"keys-page"})
"""Second bindings of a command that already has its line in the menu."""
