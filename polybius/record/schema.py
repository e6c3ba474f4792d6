"""The tables of the record.

One schema for every database. What people filter and sort by has a column of
its own; the whole reading is kept beside it as JSON (``form``), so that nothing
read from a page is lost by storing it. Rows are only ever added: an edited page
is a new document with the next ``revision`` of the same ``address``.
"""

from __future__ import annotations

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

document = sa.Table(
    "document",
    metadata,
    sa.Column("id", sa.String(16), primary_key=True, comment="follows from the content"),
    sa.Column("address", sa.Text, nullable=False, comment="URL, or where the file lay"),
    sa.Column("revision", sa.Integer, nullable=False, comment="1, 2, … of the same address"),
    sa.Column("source", sa.Text, nullable=False, comment="what was given to be read"),
    sa.Column("title", sa.Text),
    sa.Column("published", sa.Text, comment="ISO 8601; null where unknown"),
    sa.Column("published_basis", sa.Text, nullable=False),
    sa.Column("outlet", sa.Text),
    sa.Column("agency", sa.Text),
    sa.Column("language", sa.Text),
    sa.Column("comments", sa.Integer, nullable=False, comment="how many readers' comments"),
    sa.Column("form", sa.Text, nullable=False, comment="the JSON of the whole reading"),
    sa.UniqueConstraint("address", "revision"),
    sa.Index(None, "published"),
)

event_mention = sa.Table(
    "event_mention",
    metadata,
    sa.Column("document", sa.ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("id", sa.Text, primary_key=True, comment="unique within the document"),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("mode", sa.Text),
    sa.Column("cameo", sa.Text),
    sa.Column("actor_countries", sa.Text, nullable=False, comment="alpha-3, space between"),
    sa.Column("date_start", sa.Text),
    sa.Column("date_end", sa.Text),
    sa.Column("factuality", sa.Text, nullable=False),
    sa.Column("tense", sa.Text, nullable=False),
    sa.Column("place", sa.Text),
    sa.Column("latitude", sa.Float),
    sa.Column("longitude", sa.Float),
    sa.Index(None, "type", "date_start"),
)

claim = sa.Table(
    "claim",
    metadata,
    sa.Column("id", sa.String(16), primary_key=True),
    sa.Column("document", sa.ForeignKey("document.id", ondelete="CASCADE"), nullable=False),
    sa.Column("event", sa.Text, nullable=False),
    sa.Column("property", sa.Text, nullable=False),
    sa.Column("value_text", sa.Text, comment="every value, as text"),
    sa.Column("value_number", sa.Float, comment="numbers only, in the unit"),
    sa.Column("upper", sa.Float),
    sa.Column("unit", sa.Text),
    sa.Column("printed", sa.Text, nullable=False),
    sa.Column("hedge", sa.Text),
    sa.Column("denied", sa.Boolean, nullable=False),
    sa.Column("speaker", sa.Text, nullable=False, comment="the nearest of the chain"),
    sa.Column("speaker_country", sa.Text),
    sa.Column("said_by", sa.Text, nullable=False, comment="the whole chain, as JSON"),
    sa.Column("sentence", sa.Text, nullable=False),
    sa.Column("span_start", sa.Integer, nullable=False),
    sa.Column("span_end", sa.Integer, nullable=False),
    sa.ForeignKeyConstraint(
        ["document", "event"],
        ["event_mention.document", "event_mention.id"],
        ondelete="CASCADE",
    ),
    sa.Index(None, "document", "event"),
    sa.Index(None, "property", "value_number"),
)

refusal = sa.Table(
    "refusal",
    metadata,
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("code", sa.Text, nullable=False, comment="the error's stable code"),
    sa.Column("reason", sa.Text, nullable=False),
)
