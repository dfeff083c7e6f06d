"""What pages are made of: shapes, text, fonts, colors, flow."""
