"""``claimx schema``: the JSON Schema of a record."""

from __future__ import annotations

from claimx.cli.options import Output
from claimx.cli.sink import sink


def schema(output: Output = None) -> None:
    """Print the JSON Schema of a record.

    It describes one record as --format json and jsonl write it; the version is part of its $id.

    \b
    Examples:
      claimx schema | jq .properties.value
      claimx schema -o claim.schema.json
    """
    import json

    from claimx.render.schema import schema as derived

    with sink(output) as target:
        target.write(json.dumps(derived(), ensure_ascii=False, indent=2) + "\n")
