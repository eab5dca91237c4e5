"""`python -m according`: the command line, or a process that reads a file for the window."""

import sys

from according.readers import aside

if __name__ == "__main__":
    if sys.argv[1:2] == [aside.ARGUMENT]:
        aside.serve(sys.argv[2])
    else:
        from according.cli import main

        sys.exit(main())
