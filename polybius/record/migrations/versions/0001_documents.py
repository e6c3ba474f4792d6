"""Documents, event mentions, claims and refusals."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the first tables."""
    _documents()
    _event_mentions()
    _claims()
    op.create_table(
        "refusal",
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("source", name="pk_refusal"),
    )


def downgrade() -> None:
    """Leave an empty database."""
    for table in ("refusal", "claim", "event_mention", "document"):
        op.drop_table(table)


def _documents() -> None:
    op.create_table(
        "document",
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("published_basis", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text),
        sa.Column("agency", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("comments", sa.Integer, nullable=False),
        sa.Column("form", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_document"),
        sa.UniqueConstraint("address", "revision", name="uq_document_address_revision"),
    )
    op.create_index("ix_document_published", "document", ["published"])


def _event_mentions() -> None:
    op.create_table(
        "event_mention",
        sa.Column("document", sa.String(16), nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("mode", sa.Text),
        sa.Column("cameo", sa.Text),
        sa.Column("actor_countries", sa.Text, nullable=False),
        sa.Column("date_start", sa.Text),
        sa.Column("date_end", sa.Text),
        sa.Column("factuality", sa.Text, nullable=False),
        sa.Column("tense", sa.Text, nullable=False),
        sa.Column("place", sa.Text),
        sa.Column("latitude", sa.Float),
        sa.Column("longitude", sa.Float),
        sa.PrimaryKeyConstraint("document", "id", name="pk_event_mention"),
        sa.ForeignKeyConstraint(
            ["document"],
            ["document.id"],
            name="fk_event_mention_document_document",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_event_mention_type_date_start", "event_mention", ["type", "date_start"])


def _claims() -> None:
    op.create_table(
        "claim",
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("document", sa.String(16), nullable=False),
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("property", sa.Text, nullable=False),
        sa.Column("value_text", sa.Text),
        sa.Column("value_number", sa.Float),
        sa.Column("upper", sa.Float),
        sa.Column("unit", sa.Text),
        sa.Column("printed", sa.Text, nullable=False),
        sa.Column("hedge", sa.Text),
        sa.Column("denied", sa.Boolean, nullable=False),
        sa.Column("speaker", sa.Text, nullable=False),
        sa.Column("speaker_country", sa.Text),
        sa.Column("said_by", sa.Text, nullable=False),
        sa.Column("sentence", sa.Text, nullable=False),
        sa.Column("span_start", sa.Integer, nullable=False),
        sa.Column("span_end", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_claim"),
        sa.ForeignKeyConstraint(
            ["document"],
            ["document.id"],
            name="fk_claim_document_document",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document", "event"],
            ["event_mention.document", "event_mention.id"],
            name="fk_claim_document_event_mention",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_claim_document_event", "claim", ["document", "event"])
    op.create_index("ix_claim_property_value_number", "claim", ["property", "value_number"])
