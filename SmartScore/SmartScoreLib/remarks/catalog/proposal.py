"""What the room proposal has to say."""
