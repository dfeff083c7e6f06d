"""Panel and views: the only room that imports qt and ctk."""
