"""The launch pack: the fields of a launch report (DOMAIN: missile, rocket and weapon tests)."""

from polybius.packs.launches.pack import launches

__all__ = ["launches"]
