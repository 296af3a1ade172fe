"""The plugin of a site, told that the verdict alone is wanted."""

from typing import TYPE_CHECKING

from mkdocs.plugins import BasePlugin, event_priority

from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.plugin import GbmPlugin

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_gbm.project.exactly import Request


class Asking(BasePlugin):  # type: ignore[type-arg] # it has no options
    """Tells the site's plugin what it is asked.

    Args:
        request: What it is asked.
    """

    plugin: GbmPlugin
    """The site's plugin, once the build has begun."""

    def __init__(self, request: "Request") -> None:
        self._request = request

    @event_priority(125)  # after groups have loaded their plugins, which they do at 150, and before ours begins
    def on_config(self, config: "MkDocsConfig") -> None:
        """Find the plugin, and tell it.

        Raises:
            ConfigurationError: If it is not there.
        """
        plugin = next((plugin for plugin in config.plugins.values() if isinstance(plugin, GbmPlugin)), None)
        if plugin is None:
            remedy = "add '- gbm' under 'plugins:'"
            raise ConfigurationError(self._request.config_file, "the plugin 'gbm' is not in it", remedy)
        plugin.config.options = self._request.options
        plugin.judge_only, plugin.today = True, self._request.today
        self.plugin = plugin
