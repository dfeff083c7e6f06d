"""What the room reports has to say."""
