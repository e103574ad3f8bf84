"""Reflectievragen that users change: read back from the files they edited, and kept apart as a layer."""
