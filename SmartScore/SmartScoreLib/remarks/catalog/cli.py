"""What the room cli has to say."""
