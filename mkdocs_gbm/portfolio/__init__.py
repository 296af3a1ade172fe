"""The reports of many sites, merged."""
