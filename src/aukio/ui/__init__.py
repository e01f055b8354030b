"""The front of the house: base templates, components, charts, styles. It knows no room."""
