"""Reads PDFs that anybody can have made: opens them within bounds and gives plain values."""
