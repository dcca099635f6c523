"""An HTML page to its article: the tree, its blocks, which of them are the article, its headline and date."""
