"""Launch reports: who fired what, when, from where, how far and how high, said by whom."""
