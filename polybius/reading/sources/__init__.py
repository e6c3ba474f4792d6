"""Where pages come from: ``pages_of`` a file, a folder, an archive, a feed, an address."""

from polybius.reading.sources.paths import pages_of, sources_of

__all__ = ["pages_of", "sources_of"]
