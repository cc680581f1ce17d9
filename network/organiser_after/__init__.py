"""The organiser's screens for what happens at and after a training, below /cms/trainingen/<key>/."""
