#!/usr/bin/env bash
# PostgreSQL and RabbitMQ from Debian's packages, on private ports under a folder of their own; the machine's own
# services are left alone.
#   services.sh up [postgres] [rabbitmq]   starts them (both unless named); what runs already stays
#   services.sh env                        prints how to reach what runs, as export lines
#   services.sh down [postgres] [rabbitmq] stops those of them that this folder started (both unless named)
# SCENEGEN_SERVICES names the folder (data/services). SCENEGEN_POSTGRES_PORT, SCENEGEN_RABBITMQ_PORT,
# SCENEGEN_RABBITMQ_MANAGEMENT_PORT, SCENEGEN_RABBITMQ_DIST_PORT and SCENEGEN_EPMD_PORT set ports; a port that is not set
# is a free one, chosen at the first start and remembered in the folder.
set -euo pipefail

source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"

mkdir -p "${SCENEGEN_SERVICES:-data/services}"
folder=$(cd "${SCENEGEN_SERVICES:-data/services}" && pwd)
postgres=$folder/postgres
rabbitmq=$folder/rabbitmq
ports=$folder/ports

# as USER COMMAND…: the servers refuse to run as root, so root becomes their packages' user, in a place which
# that user may be in. What stays must not keep the lock.
as() (
  exec 9>&-
  cd /
  local user=$1
  shift
  if [ "$(id -u)" -eq 0 ]; then
    exec runuser -u "$user" -- "$@"
  fi
  exec "$@"
)

# own FOLDER USER: makes the folder, for this user alone.
own() {
  mkdir -p "$1"
  if [ "$(id -u)" -eq 0 ]; then
    chown -R "$2:$2" "$1"
  fi
  chmod 700 "$1"
  as "$2" test -w "$1" || stop \
    "The user $2 cannot reach $1: set SCENEGEN_SERVICES to a folder below ones that every user may enter."
}

newest() {
  printf '%s\n' "$@" | sort -V | tail -n 1
}

is_used() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# port NAME: the port of that name, as set, as remembered, or a free one below those the system gives to connections.
port() {
  local name=$1 number=${!1:-}
  if [ -z "$number" ] && [ -f "$ports" ]; then
    number=$(sed -n "s/^$name=//p" "$ports")
  fi
  while [ -z "$number" ] || { ! grep -qs "^$name=$number$" "$ports" && grep -qs "=$number$" "$ports"; }; do
    number=$((10000 + RANDOM % 10000))
    if is_used "$number"; then
      number=
    fi
  done

  touch "$ports"
  sed -i "/^$name=/d" "$ports"
  echo "$name=$number" >> "$ports"
}

read_ports() {
  if [ -f "$ports" ]; then
    source "$ports"
  fi
}

# postgres_is_up, rabbitmq_is_up: whether the server of this folder runs.
postgres_is_up() {
  [ -f "$postgres/data/PG_VERSION" ] && find_postgres \
    && as postgres "$postgres_programs/pg_ctl" -D "$postgres/data" status >/dev/null 2>&1
}

rabbitmq_is_up() {
  runs "$rabbitmq/node.pid" rabbitmq
}

# runs FILE WORD: whether the process whose id is in the file lives, and is the one meant.
runs() {
  [ -s "$1" ] && tr '\0' ' ' 2>/dev/null < "/proc/$(cat "$1")/cmdline" | grep -q "$2"
}

find_postgres() {
  postgres_programs=$(newest /usr/lib/postgresql/*/bin)
  [ -x "$postgres_programs/initdb" ]
}

find_rabbitmq() {
  rabbitmq_programs=$(newest /usr/lib/rabbitmq/lib/rabbitmq_server-*/sbin)
  [ -x "$rabbitmq_programs/rabbitmq-server" ]
}

start_postgres() {
  if postgres_is_up; then
    return
  fi

  find_postgres || install_package "PostgreSQL" postgresql
  find_postgres || stop "The package postgresql has brought no /usr/lib/postgresql/*/bin/initdb."
  port SCENEGEN_POSTGRES_PORT
  read_ports
  own "$postgres" postgres
  if [ ! -f "$postgres/data/PG_VERSION" ]; then
    as postgres "$postgres_programs/initdb" -D "$postgres/data" -E UTF8 --locale=C.UTF-8 -A trust -U postgres \
      > "$folder/initdb.log" 2>&1 || stop "initdb failed: $(tail -n 1 "$folder/initdb.log")"
  fi

  # No socket file: its path could be longer than a socket's may be.
  local options="-p $SCENEGEN_POSTGRES_PORT -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
  as postgres "$postgres_programs/pg_ctl" -D "$postgres/data" -w -t 60 -l "$postgres/server.log" \
    -o "$options -c max_connections=800" start >/dev/null </dev/null \
    || stop "PostgreSQL did not start: $(tail -n 1 "$postgres/server.log")"
}

stop_postgres() {
  if postgres_is_up; then
    as postgres "$postgres_programs/pg_ctl" -D "$postgres/data" -m fast -w -t 60 stop >/dev/null
  fi
}

# The node has a home, an epmd and ports of its own, so that no other node on the machine is met.
write_rabbitmq_settings() {
  mkdir -p "$rabbitmq"/{home,mnesia,log,conf}
  cat > "$rabbitmq/env.sh" <<END
export HOME=$rabbitmq/home LC_ALL=C.UTF-8
export ERL_EPMD_PORT=$SCENEGEN_EPMD_PORT ERL_EPMD_ADDRESS=127.0.0.1
export RABBITMQ_NODENAME=scenegen@localhost RABBITMQ_DIST_PORT=$SCENEGEN_RABBITMQ_DIST_PORT
export RABBITMQ_MNESIA_BASE=$rabbitmq/mnesia RABBITMQ_LOG_BASE=$rabbitmq/log RABBITMQ_PID_FILE=$rabbitmq/node.pid
export RABBITMQ_CONF_ENV_FILE=$rabbitmq/conf/rabbitmq-env.conf RABBITMQ_CONFIG_FILE=$rabbitmq/conf/rabbitmq
export RABBITMQ_ENABLED_PLUGINS_FILE=$rabbitmq/conf/enabled_plugins
cd $rabbitmq
END
  echo '[rabbitmq_management].' > "$rabbitmq/conf/enabled_plugins"
  : > "$rabbitmq/conf/rabbitmq-env.conf"
  cat > "$rabbitmq/conf/rabbitmq.conf" <<END
listeners.tcp.1 = 127.0.0.1:$SCENEGEN_RABBITMQ_PORT
management.tcp.ip = 127.0.0.1
management.tcp.port = $SCENEGEN_RABBITMQ_MANAGEMENT_PORT
END
  own "$rabbitmq" rabbitmq
}

start_rabbitmq() {
  if rabbitmq_is_up; then
    return
  fi

  find_rabbitmq || install_package "RabbitMQ" rabbitmq-server
  find_rabbitmq || stop "The package rabbitmq-server has brought no rabbitmq_server-*/sbin/rabbitmq-server."
  local name
  for name in RABBITMQ_PORT RABBITMQ_MANAGEMENT_PORT RABBITMQ_DIST_PORT EPMD_PORT; do
    port "SCENEGEN_$name"
  done
  read_ports
  write_rabbitmq_settings

  # Started here rather than by the node, epmd has a known id to be stopped by: it outlives its nodes.
  in_background epmd 'echo $$ > epmd.pid; exec epmd'
  in_background node "exec $rabbitmq_programs/rabbitmq-server"
  control wait --timeout 90 "$rabbitmq/node.pid" >/dev/null 2>&1 \
    || stop "RabbitMQ did not start; its words are in $rabbitmq/log/node.out."
}

# in_background NAME COMMAND: as RabbitMQ's user, with its settings, and away from this terminal.
in_background() {
  as rabbitmq setsid bash -c "source $rabbitmq/env.sh; $2" >> "$rabbitmq/log/$1.out" 2>&1 </dev/null 9>&- &
}

control() {
  as rabbitmq bash -c "source $rabbitmq/env.sh; exec $rabbitmq_programs/rabbitmqctl $*"
}

stop_rabbitmq() {
  if rabbitmq_is_up && find_rabbitmq; then
    control stop "$rabbitmq/node.pid" >/dev/null 2>&1 || kill "$(cat "$rabbitmq/node.pid")"
  fi
  if runs "$rabbitmq/epmd.pid" epmd; then
    kill "$(cat "$rabbitmq/epmd.pid")"
  fi
  rm -f "$rabbitmq"/{node,epmd}.pid
}

print_env() {
  read_ports
  local found=
  if postgres_is_up; then
    echo "export SCENEGEN_POSTGRES='Host=127.0.0.1;Port=$SCENEGEN_POSTGRES_PORT;Username=postgres'"
    found=1
  fi
  if rabbitmq_is_up; then
    echo "export SCENEGEN_RABBITMQ='amqp://guest:guest@127.0.0.1:$SCENEGEN_RABBITMQ_PORT'"
    echo "export SCENEGEN_RABBITMQ_MANAGEMENT='http://guest:guest@127.0.0.1:$SCENEGEN_RABBITMQ_MANAGEMENT_PORT'"
    found=1
  fi
  [ -n "$found" ] || stop "Nothing runs in $folder: start it with bash compose/services.sh up."
}

# each ACTION [NAME…]: start_NAME or stop_NAME of every server named, or of both.
each() {
  local action=$1 name
  shift
  [ $# -gt 0 ] || set -- rabbitmq postgres
  for name in "$@"; do
    case $name in
      postgres | rabbitmq) "${action}_$name" ;;
      *) stop "There is no service $name: name postgres or rabbitmq." ;;
    esac
  done
}

# One at a time in a folder.
exec 9>"$folder/lock"
flock -w 300 9 || stop "Another services.sh has been at work in $folder for five minutes."

case ${1:-} in
  up)
    shift
    each start "$@"
    print_env
    ;;
  down)
    shift
    each stop "$@"
    ;;
  env) print_env ;;
  *) stop "Say what to do: bash compose/services.sh up [postgres] [rabbitmq], env or down [postgres] [rabbitmq]." ;;
esac
