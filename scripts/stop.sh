#!/bin/sh
# Stop the server that `make demo` left running, if there is one.
if [ -f demo/server.pid ] && kill "$(cat demo/server.pid)" 2>/dev/null; then
  [ "${1:-}" = quietly ] || echo "Stopped."
else
  [ "${1:-}" = quietly ] || echo "No demo is running."
fi
rm -f demo/server.pid
