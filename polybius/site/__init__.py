"""The record, to be read in a browser: a list of reports, and each report as it was read.

Server-rendered, without JavaScript. Text from pages is only ever shown as text.
"""

from polybius.site.app import site

__all__ = ["site"]
