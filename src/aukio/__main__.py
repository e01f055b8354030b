"""``python -m aukio`` is the ``aukio`` command."""

from aukio.project.command import main

main(prog_name="aukio")
