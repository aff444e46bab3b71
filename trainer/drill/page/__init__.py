"""The players' page: HTML made here, which works as it is; a script keeps it up to date where scripts run."""
