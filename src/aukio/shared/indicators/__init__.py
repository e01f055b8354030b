"""Live figures that the rooms offer to the plan's measures."""
