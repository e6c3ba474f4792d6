"""A domain's own fields, beyond what every event has. Launches are the first."""

from polybius.packs.findings import Findings, Pack, Voice, narrator, voice_of
from polybius.packs.launches import launches

PACKS: tuple[Pack, ...] = (launches,)
"""Every pack, in the order in which they are asked."""

__all__ = ["PACKS", "Findings", "Pack", "Voice", "narrator", "voice_of"]
