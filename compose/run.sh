#!/usr/bin/env bash
# Builds SceneGen and starts it on http://127.0.0.1:${PORT:-5080}, until Ctrl-C.
# With REPLICATE_API_TOKEN set: the service. Without it: the simulator, which is the service with a simulated
# picture provider and avatar service. Arguments are handed on as settings, such as --Scenes:Deadline=5m.
#   run.sh --services   starts PostgreSQL and RabbitMQ as well, and two instances of the service side by side on them, the
#                       second on the next port; without a token the simulated world stands on the port after that.
set -euo pipefail

source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"

port=${PORT:-5080}
pids=()

has_token() {
  [ -n "${REPLICATE_API_TOKEN:-}${REPLICATE_API_TOKEN_FILE:-}" ]
}

build() {
  echo "Building $1."
  dotnet build "src/$1" --configuration Release --verbosity quiet --nologo
}

# program NAME ARGUMENT…: in this shell's place, so that signals reach the program and its exit code is the shell's. A
# shell that starts this script in the background has it ignore Ctrl-C, which the program would inherit.
program() {
  local name=$1
  shift
  exec env --default-signal=INT,TERM dotnet "src/$name/bin/Release/net10.0/$name.dll" "$@"
}

run_alone() {
  local name=SceneGen what="SceneGen with Replicate" url="http://127.0.0.1:$port"
  if ! has_token; then
    name=SceneGen.Simulator
    what="SceneGen with a simulated Replicate (set REPLICATE_API_TOKEN for the real one)"
  fi
  build "$name"
  echo "$what: $url (data in $PWD/data, Ctrl-C stops it)"
  program "$name" --urls "$url" "$@"
}

# beside NAME ARGUMENT…: starts a program next to this script.
beside() {
  (program "$@") &
  pids+=($!)
}

# Whoever stops first, all stop: the instances, then what they stand on.
stop_all() {
  trap - EXIT INT TERM
  kill "${pids[@]}" 2>/dev/null || true
  wait "${pids[@]}" 2>/dev/null || true
  bash compose/services.sh down
}

start_world() {
  local world="127.0.0.1:$((port + 2))"
  build SceneGen.Simulator
  export REPLICATE_API_TOKEN=simulated Simulator__ApiToken=simulated Simulator__PublicUrl="http://$world"
  export Replicate__BaseUrl="http://$world/replicate/v1" Replicate__OutputHosts__0=$world Fetching__TrustedHosts__1000000=$world
  echo "A simulated Replicate and avatar service: http://$world (set REPLICATE_API_TOKEN for the real one)"
  beside SceneGen.Simulator --only replicate,avatars --urls "http://$world"
}

run_on_services() {
  trap 'status=$?; stop_all; exit $status' EXIT
  bash compose/services.sh up >/dev/null
  eval "$(bash compose/services.sh env)"
  export ConnectionStrings__Database="$SCENEGEN_POSTGRES;Database=scenegen" ConnectionStrings__Bus="$SCENEGEN_RABBITMQ"

  build SceneGen
  if ! has_token; then
    start_world
  fi
  local instance
  for instance in 0 1; do
    echo "SceneGen: http://127.0.0.1:$((port + instance))"
    beside SceneGen --urls "http://127.0.0.1:$((port + instance))" "$@"
  done
  echo "RabbitMQ's own page: $SCENEGEN_RABBITMQ_MANAGEMENT (data in $PWD/data, Ctrl-C stops everything)"
  wait -n "${pids[@]}"
}

trap 'exit 0' INT TERM
need_sdk
need_command vips libvips-tools

if [ "${1:-}" = --services ]; then
  shift
  run_on_services "$@"
else
  run_alone "$@"
fi
