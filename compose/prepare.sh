# Sourced by the scripts beside it: moves to the repository's root and sees to what they need.

cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_NOLOGO=1
export DOTNET_CLI_TELEMETRY_OPTOUT=1
# A build process that stays behind would keep the pipe of whoever reads this script's output open.
export MSBUILDDISABLENODEREUSE=1

stop() {
  echo "$*" >&2
  exit 1
}

need_sdk() {
  local wanted
  wanted=$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' global.json)
  # Within this folder, dotnet itself holds its version against global.json.
  dotnet --version >/dev/null 2>&1 || stop \
    "SceneGen needs the .NET 10 SDK, $wanted or newer: install it from https://dotnet.microsoft.com/download/dotnet/10.0."
}

# need_command COMMAND PACKAGE: installs the Debian package that brings the command, unless it is there.
need_command() {
  command -v "$1" >/dev/null || install_package "the program $1" "$2"
}

# install_package WHAT PACKAGE: installs the Debian package that brings what is needed.
install_package() {
  local what=$1 package=$2 as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    as_root=(sudo -n)
  fi
  if ! command -v apt-get >/dev/null || ! "${as_root[@]}" true 2>/dev/null; then
    stop "SceneGen needs $what; install it with: sudo apt-get update && sudo apt-get install --no-install-recommends $package"
  fi

  echo "Installing the Debian package $package, which brings $what." >&2

  # A server that comes with it is not started by the package: whoever needs one starts their own, on a port of its own.
  "${as_root[@]}" sh -c '
    policy=/usr/sbin/policy-rc.d
    if [ ! -e $policy ]; then
      trap "rm -f $policy" EXIT
      printf "#!/bin/sh\nexit 101\n" > $policy && chmod +x $policy
    fi
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1"' \
    sh "$package" >&2 \
    || stop "The Debian package $package could not be installed; what apt-get said is above."
}
