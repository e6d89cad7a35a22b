#!/usr/bin/env bash
# Builds SceneGen and starts it on http://127.0.0.1:${PORT:-5080}, until Ctrl-C.
# With REPLICATE_API_TOKEN set: the service. Without it: the simulator, which is the service with a simulated
# picture provider and avatar service. Arguments are handed on as settings, such as --Scenes:Deadline=5m.
set -euo pipefail

source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
trap 'exit 0' INT TERM

need_sdk
need_command vips libvips-tools

if [ -n "${REPLICATE_API_TOKEN:-}${REPLICATE_API_TOKEN_FILE:-}" ]; then
  project=SceneGen
  what="SceneGen with Replicate"
else
  project=SceneGen.Simulator
  what="SceneGen with a simulated Replicate (set REPLICATE_API_TOKEN for the real one)"
fi

echo "Building $project."
dotnet build "src/$project" --configuration Release --verbosity quiet --nologo

url="http://127.0.0.1:${PORT:-5080}"
echo "$what: $url (data in $PWD/data, Ctrl-C stops it)"

# In this script's place, so that signals reach the program and its exit code is the script's. A shell that starts this
# script in the background has it ignore Ctrl-C, which the program would inherit.
exec env --default-signal=INT,TERM dotnet "src/$project/bin/Release/net10.0/$project.dll" --urls "$url" "$@"
