"""What the room desktop has to say."""
