"""From the bytes of a file to Bevindingen: what stands in the way of people who read with aids.

It believes nothing of the writer and knows nothing of how a file was made, so it can look at a file that
somebody edited, or that another program made.
"""

from __future__ import annotations

from kaartgen.toegankelijkheid.bevinding import Bevinding

__all__ = ["Bevinding"]
