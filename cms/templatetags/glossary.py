"""``{{ value|explained }}``: running text in which the first of each term opens its explanation."""

from django import template

from cms import glossary

register = template.Library()
register.filter("explained", glossary.explained, is_safe=True)
