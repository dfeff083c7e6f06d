"""What the room reading has to say."""
