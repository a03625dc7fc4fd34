#!/bin/sh
# Everything on one machine; see scripts/start.mjs.
cd "$(dirname "$0")" && exec node -r ./scripts/lib/require-node.cjs scripts/start.mjs "$@"
