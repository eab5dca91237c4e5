"""The errors a reader can act on.

Anything else that is raised is a fault of ours and ends in the exception hook.

    ReadingError                 one sentence for the reader: what happened, which file, what to do
    ├── UnreadableFile           a file that cannot be opened as an article
    ├── ModelMissing             the language model is not installed
    └── LibraryError             the library on disk cannot be used
        ├── NewerLibrary         written by a later version of the program
        └── LibraryInUse         another window holds it
"""


class ReadingError(Exception):
    """Something the reader can act on; `str(error)` is the sentence shown."""


class UnreadableFile(ReadingError):
    """A file cannot be opened as an article; nothing else has changed."""


class ModelMissing(ReadingError):
    """The language model is not installed, so the article can be read but not analysed."""


class LibraryError(ReadingError):
    """The library on disk cannot be used."""


class NewerLibrary(LibraryError):
    """The library was written by a later version of the program."""


class LibraryInUse(LibraryError):
    """Another running program holds the library."""
