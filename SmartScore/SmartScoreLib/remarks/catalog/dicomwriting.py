"""What the room dicomwriting has to say."""
