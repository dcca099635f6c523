"""What people look at of a run: its SQLite file, read only, a page at a time."""
