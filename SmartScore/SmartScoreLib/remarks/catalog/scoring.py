"""What the room scoring has to say."""
