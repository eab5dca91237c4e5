"""`python -m according`: the command line."""

import sys

from according.cli import main

if __name__ == "__main__":
    sys.exit(main())
