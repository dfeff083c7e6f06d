"""What the room scene has to say."""
