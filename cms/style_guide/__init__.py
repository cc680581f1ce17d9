"""The design system as a living page, `/cms/stijlgids/`: every component in every state, from real templates.

`catalogue` finds the templates and reads their inputs from their own first comment; `examples` says with
plain values which states there are; `tokens` reads the design tokens from the style sheet; `views` shows all
of it. A test fails while a component or block has no examples. For screenshots: `catalogue.bare_paths()`.
"""
