"""The drill's server: one process, one log, one page for players, one line for the host."""
