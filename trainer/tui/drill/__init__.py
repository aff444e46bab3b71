"""The drill's screens: the host's, which a whole room reads, and the table's, at which teams sit."""
