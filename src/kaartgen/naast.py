"""Work on a second core: a function that runs beside this process where the system can fork."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def samen(hier: Callable[[], A], daar: Callable[[], B]) -> tuple[A, B]:
    """Run both functions and give both results; `daar` in a child process if there is a second core.

    A forked child has everything in memory already, so nothing is copied but its result. An exception
    in either is raised here.
    """
    if (os.cpu_count() or 1) < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return hier(), daar()
    context = multiprocessing.get_context("fork")
    ontvangst, verzending = context.Pipe(duplex=False)
    kind = context.Process(target=_in_kind, args=(verzending, daar), daemon=True)
    kind.start()
    verzending.close()
    try:
        eigen = hier()
        try:
            gelukt, uitkomst = ontvangst.recv()
        except EOFError as fout:
            raise RuntimeError("Het tweede proces stopte voordat het klaar was.") from fout
    except BaseException:
        kind.terminate()
        raise
    finally:
        ontvangst.close()
        kind.join()
    if not gelukt:
        raise uitkomst
    return eigen, uitkomst


def _in_kind(verzending: Connection, daar: Callable[[], B]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C also comes here; the parent decides
    try:
        verzending.send((True, daar()))
    except Exception as fout:
        verzending.send((False, fout))
    finally:
        verzending.close()
