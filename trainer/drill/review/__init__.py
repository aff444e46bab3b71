"""The after-action review: what was asked, who knew it, what the team misses, how sure it was."""
