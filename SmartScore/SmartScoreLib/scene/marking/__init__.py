"""Clicks and edits in the scene: one engine under the effect, the panel, the self test and scripts."""
