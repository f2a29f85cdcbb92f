#!/usr/bin/env bash
# Known holes in what an install of claimx brings: `bash scripts/audit.sh`.
# Ends with 0 when none is known, 1 when one is, 2 when the advisory service could not be asked.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/audited"
"$folder/audited/bin/python" -m pip install --quiet --disable-pip-version-check '.[parquet]'
python3 -m venv "$folder/tool"
"$folder/tool/bin/python" -m pip install --quiet --disable-pip-version-check 'pip-audit>=2.9,<3'

site=$("$folder/audited/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
status=0
"$folder/tool/bin/pip-audit" --path "$site" --progress-spinner off > "$folder/report" 2> "$folder/log" || status=$?
cat "$folder/report" "$folder/log"
"$folder/audited/bin/python" -m pip list --disable-pip-version-check --format freeze | grep -v '^\(pip\|setuptools\)=' \
    | cut -d= -f1 | while read -r name; do
        if grep -qi "^$name .*not found on PyPI" "$folder/report" && [ "$name" != claimx ]; then echo "$name"; fi
    done > "$folder/unasked"
if [ -s "$folder/unasked" ] || { [ "$status" != 0 ] && ! grep -q 'Found .* vulnerabilit' "$folder/log"; }; then
    echo "not audited: no advisories for $(tr '\n' ' ' < "$folder/unasked")" >&2
    exit 2
fi
exit "$status"
