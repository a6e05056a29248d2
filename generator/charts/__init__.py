"""Pictures as static SVG, made at build time: pure functions from plain frozen data.

The caller gives every word and every address ready, in the language of the page. A picture
stands in a page as one HTML block without blank lines, has no style attribute and no script,
takes its colours from ``assets/stylesheets/charts.css``, and its data stand behind it as a
table and in a file.
"""
