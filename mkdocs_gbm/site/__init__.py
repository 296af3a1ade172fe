"""The MkDocs side of the plugin: the site as the core wants it, and the verdict as MkDocs wants it."""
