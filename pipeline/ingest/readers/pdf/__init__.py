"""A PDF to its article: characters to lines, lines in reading order, paragraphs, rows of tables, and the headline."""
