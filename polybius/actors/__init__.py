"""Who acts: countries, offices and their holders on a day, bodies, and the words for them.

::

    import datetime as dt
    from polybius import actors

    actors.resolve("the U.S. Secretary of State", on=dt.date(2019, 8, 2)).name   # Mike Pompeo
    actors.resolve("Syrian rebels").sectors                                      # ("REB",)

The data are TOML files, one a country, in ``polybius/actors/data``; a user's own
file takes part beside them. ``docs/actors.md`` describes both.
"""

from polybius.actors import countries
from polybius.actors.finding import mentions
from polybius.actors.offices import Holding, holders
from polybius.actors.resolving import resolve, resolve_each
from polybius.actors.store import version

__all__ = [
    "Holding",
    "countries",
    "holders",
    "mentions",
    "resolve",
    "resolve_each",
    "version",
]
