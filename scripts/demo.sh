#!/bin/sh
# Read the sample pages into a record and serve it in the background, so that
# the shell is free to try the command on the same record.
set -eu

mkdir -p "$(dirname "$RECORD")"
sh scripts/stop.sh quietly

echo "Reading the sample pages into $RECORD"
"$BIN"/polybius add polybius/samples/pages --record "$RECORD"
"$BIN"/polybius list --record "$RECORD" | head -n 12

nohup "$BIN"/polybius serve --record "$RECORD" --port "$PORT" >demo/server.log 2>&1 &
echo $! >demo/server.pid

if "$BIN"/python scripts/wait_for.py "http://127.0.0.1:$PORT/"; then
  echo
  echo "The record is at http://127.0.0.1:$PORT/  (make stop ends it)"
  echo "Try: $BIN/polybius show --record $RECORD ID, with an id of the list above"
else
  echo "The site did not start; demo/server.log says why:"
  cat demo/server.log
  exit 1
fi
