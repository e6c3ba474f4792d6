"""A domain's own fields, read from the annotations of a report."""
