"""Ways through the atlas: what is visible on a day, what leads where, what happened when."""
