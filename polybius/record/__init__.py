"""The record: readings kept in a database, listed, shown and exported.

SQLite by default (one file); the schema is the same for every database.
"""

from polybius.record.record import Added, Listed, Record, Refusal

__all__ = ["Added", "Listed", "Record", "Refusal"]
