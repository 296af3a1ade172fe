"""Many sites' reports, as people and machines read them."""
