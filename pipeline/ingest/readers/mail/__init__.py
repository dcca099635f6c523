"""Mail of all kinds to articles: letters, the releases in them, and the documents that they carry."""
