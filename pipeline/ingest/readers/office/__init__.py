"""Documents of office programs to articles: Word old and new, RTF, OpenDocument, PowerPoint."""
