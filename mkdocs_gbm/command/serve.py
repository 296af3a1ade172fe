"""`gbm serve`: the documentation as a site that follows every change."""

import sys
from ipaddress import ip_address

import click

from mkdocs_gbm.command.site import of_site, run_mkdocs
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.project.site import Site

_PORTS = range(1, 65536)


@click.command()
@click.option("-a", "--dev-addr", metavar="IP:PORT", help="Where the site is served.  [default: 127.0.0.1:8000]")
@click.option("-o", "--open", "opens", is_flag=True, help="Open the site in a browser.")
@of_site
def serve(site: Site, *, dev_addr: str | None, opens: bool) -> None:
    """Serve the site, and follow every change.

    The same site that 'gbm build' makes, until Ctrl-C; unwritten sections say what to write. Nothing is written.

    \b
    Example:
      gbm serve --open
      gbm serve docs/architecture --dev-addr 0.0.0.0:8080
    """  # noqa: D301 - \b is how Click is told to leave the lines as they are
    if dev_addr is not None:
        _refuse(dev_addr)
    options = [*(["--dev-addr", dev_addr] if dev_addr else []), *(["--open"] if opens else [])]
    try:
        code = run_mkdocs(site, "serve", options)
    except KeyboardInterrupt:
        code = 0
    sys.exit(code)


def _refuse(address: str) -> None:
    """Refuse what MkDocs would not take for an address."""
    host, _, port = address.rpartition(":")
    try:
        known = host == "localhost" or bool(ip_address(host.strip("[]")))
    except ValueError:
        known = False
    if not known or not port.isdecimal() or int(port) not in _PORTS:
        raise ConfigurationError("--dev-addr", f"'{address}' is no address", "write IP:PORT, such as 127.0.0.1:8000")
