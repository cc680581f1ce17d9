"""The film that explains MBO-ZIN in a minute, drawn by this package: ``python -m home.demo.film``.

`script` says what is on the screen and when, `captions` what the captions tell, `scene_*` draw, and
`__main__` puts it together. It is silent. Tests read `script` and `captions` only; drawing needs cairo.
"""
