"""What the room series has to say."""
