"""What people and machines read: badges, the coverage page, the report as JSON."""
