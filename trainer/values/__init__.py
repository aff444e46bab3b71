"""What both wings mean by a date, a quantity, a list and the same name: read, compared and written out."""
