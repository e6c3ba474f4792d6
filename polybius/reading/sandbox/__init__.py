"""Reading pages of strangers in a process that may be lost: ``Sandbox``."""

from polybius.reading.sandbox.supervisor import Sandbox

__all__ = ["Sandbox"]
