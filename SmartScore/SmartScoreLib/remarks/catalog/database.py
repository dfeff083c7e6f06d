"""What the room database has to say."""
