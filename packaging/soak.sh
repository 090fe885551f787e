#!/usr/bin/env bash
# Kills processes at any moment of what they do: a thousand in all, or `soak.sh ACTIVITY KILLS`. Says what each came to;
# fails where anything that was said to be saved is not there. Wants a built release.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
tests=build/release/bin/crash_tests
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
export QT_LOGGING_RULES="qt.qpa.*=false;yaodian.library.info=false"
export YAODIAN_SEED=${YAODIAN_SEED:-$RANDOM$RANDOM}
if [ $# -ge 1 ]; then
    YAODIAN_KILLS=${2:-100} exec "$tests" "$1"
fi
began=$SECONDS
failed=0
for activity in typing typing-in-the-window highlighting importing syncing fetching migrating exporting backing-up restoring; do
    YAODIAN_KILLS=share "$tests" "$activity" || failed=1
done
echo "$((SECONDS - began)) s; seed $YAODIAN_SEED"
exit $failed
