"""The editors' screens of search in /cms/: words, promoted results, the report, why a hit stands there."""
