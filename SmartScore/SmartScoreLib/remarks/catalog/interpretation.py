"""What the room interpretation has to say."""
