"""The illustrations of the demonstration site: scenes in the arch language, written as SVG."""
