"""Rows of CSV, JSON and workbooks to articles: which column holds what, and one article a row."""
