"""One child's record with the placements team: opened, found, kept and read."""
