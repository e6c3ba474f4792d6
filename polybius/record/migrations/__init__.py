"""How a record of one version becomes a record of the next."""
