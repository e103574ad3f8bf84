"""Where the program starts: the shell, or 130 when Ctrl+C comes while it is still being loaded."""

from __future__ import annotations

import sys

AFGEBROKEN = 130
"""128 and the number of SIGINT, as in `Afloop`, which is not loaded yet."""


def start() -> None:
    """Run the command that the words of the command line say, and leave the program with its exit code."""
    try:
        from kaartgen.opdrachtregel import app

        app()
    except KeyboardInterrupt:
        print("Afgebroken.", file=sys.stderr)
        sys.exit(AFGEBROKEN)


if __name__ == "__main__":
    start()
