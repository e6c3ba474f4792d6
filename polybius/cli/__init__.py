"""The command ``polybius``: one module a command.

Modules here import what they need inside their functions: ``polybius --help``
must answer at once, and reading a page needs libraries that take a second to load.
"""

from polybius.cli.app import main

__all__ = ["main"]
