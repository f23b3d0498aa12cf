"""How the layers are joined: stores first, then what works on them, then what routes reach."""
