"""Run the command as `python -m mkdocs_gbm`."""

from mkdocs_gbm.cli import main

if __name__ == "__main__":
    main(prog_name="gbm")
