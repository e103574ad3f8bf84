"""Preflight: from the bytes of any PDF and a print profile to findings."""

from kaartgen.drukkeuring.bevinding import Bevinding
from kaartgen.drukkeuring.keuren import keur

__all__ = ["Bevinding", "keur"]
