"""Progress bar on stderr, only where somebody can see it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def voortgang(stappen: int, bezig: str) -> Iterator[Callable[[str], None]]:
    """Show a bar while the block runs; the function it gives is told what was just finished.

    The bar draws itself only when told, without a thread of its own: making bundles may fork.
    """
    if not sys.stderr.isatty():
        yield lambda _klaar: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    kolommen = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*kolommen, console=Console(stderr=True), auto_refresh=False, transient=True) as balk:
        taak = balk.add_task(bezig, total=stappen)
        balk.refresh()

        def meld(klaar: str) -> None:
            balk.update(taak, advance=1, description=klaar, refresh=True)

        yield meld
