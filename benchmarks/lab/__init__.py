"""How fast the lab is, and how well it would have forecast who adopts next."""
