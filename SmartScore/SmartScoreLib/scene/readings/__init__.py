"""Several readings in one scene: saved ones opened, further ones begun, one of them shown."""
