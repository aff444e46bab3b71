"""Backups: everything of one person's in one file, proven whole when it is written, and put back."""
