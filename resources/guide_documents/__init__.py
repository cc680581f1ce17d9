"""A guide as a document to download and print, made from the same text and blocks as its web page.

`html` writes the pages of a guide as HTML, `covers` draws the cover, `pdf` turns both into a tagged PDF
(PDF/UA-1) and `making` stores it with the page. Only `pdf` needs WeasyPrint and Pango, so nothing else may
import it at the top of a module: a site without them works, and says what is missing when a document is made.
"""
