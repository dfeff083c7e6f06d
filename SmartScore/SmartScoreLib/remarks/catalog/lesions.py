"""What the room lesions has to say."""
