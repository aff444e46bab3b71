"""What both wings mean by a date, a quantity and the same name: parsed, compared and written out."""
