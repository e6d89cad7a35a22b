#!/usr/bin/env bash
# Builds everything, checks the format, runs every test; the services they need are started for them and stopped again.
# The last line is "N passed, N failed", and ", N skipped" if any.
set -euo pipefail

source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"

passed=0 failed=0 skipped=0
results=$(mktemp -d)
SCENEGEN_SERVICES=$(mktemp -d)
export SCENEGEN_SERVICES

report() {
  local status=$?
  bash compose/services.sh down || status=1
  rm -rf "$results" "$SCENEGEN_SERVICES"

  # Whatever ended the script before its end counts as one failure.
  if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
    failed=1
  fi

  local line="$passed passed, $failed failed"
  if [ "$skipped" -gt 0 ]; then
    line="$line, $skipped skipped"
  fi
  echo "$line"
  [ "$failed" -eq 0 ] || exit 1
}

trap report EXIT
trap 'exit 1' INT TERM

# count FILE ATTRIBUTE: the number in the <Counters …> of a trx file.
count() {
  grep -o '<Counters [^>]*>' "$1" | grep -o " $2=\"[0-9]*\"" | grep -o '[0-9]*'
}

# run_tests PROJECT: runs one project's tests and adds them up.
run_tests() {
  local name trx ran=0 total executed good
  name=$(basename "$1" .csproj)
  trx="$results/$name.trx"
  echo "Testing $name."
  dotnet test "$1" --configuration Release --no-build --nologo --verbosity quiet \
    --logger "console;verbosity=minimal" --logger "trx;LogFileName=$trx" \
    --results-directory "$results" --blame-hang-timeout 10m --blame-hang-dump-type none || ran=$?

  if [ -f "$trx" ]; then
    total=$(count "$trx" total) executed=$(count "$trx" executed) good=$(count "$trx" passed)
    passed=$((passed + good))
    failed=$((failed + executed - good))
    skipped=$((skipped + total - executed))
    if [ "$executed" -gt "$good" ]; then
      return
    fi
  fi

  if [ "$ran" -ne 0 ]; then
    echo "The tests of $name broke off."
    failed=$((failed + 1))
  fi
}

# install_packages WHAT FOLDER: the packages from npm that a folder of tests names.
install_packages() {
  local what=$1 folder=tests/SceneGen.Tests/$2
  if [ ! "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ]; then
    echo "Installing $what."
    npm ci --prefix "$folder" --ignore-scripts --loglevel=error \
      || stop "$what could not be installed; what npm said is above."
  fi
}

need_sdk
need_command vips libvips-tools
need_command docker-compose docker-compose
need_command promtool prometheus
need_command amtool prometheus-alertmanager
need_command node nodejs
need_command npm npm
need_command chromium chromium
install_packages "Replicate's JavaScript client" Simulator/JavaScript
install_packages "an S3 service" Assets/S3

# Many small servers run at once; each would watch its settings files, of which a user may watch few.
export DOTNET_hostBuilder__reloadConfigOnChange=false ASPNETCORE_hostBuilder__reloadConfigOnChange=false

echo "Starting PostgreSQL and RabbitMQ."

# The servers' own users have to get through to their folders.
chmod 711 "$SCENEGEN_SERVICES"
bash compose/services.sh up >/dev/null
eval "$(bash compose/services.sh env)"

echo "Building SceneGen.sln."
dotnet build SceneGen.sln --configuration Release -warnaserror --verbosity quiet --nologo

echo "Checking the format."
dotnet format SceneGen.sln --verify-no-changes --no-restore

echo "Checking the compose file."
sed 's/=$/=x/' compose/.env.example > "$results/env"
docker-compose --env-file "$results/env" --file compose/service.yml config --quiet

echo "Checking the alerts."
promtool check rules compose/prometheus/alerts.yml
promtool check config compose/prometheus/prometheus.yml
promtool test rules compose/prometheus/alerts.test.yml
amtool check-config compose/prometheus/alertmanager.yml

for project in tests/*Tests/*.csproj; do
  run_tests "$project"
done
echo "How the page looks, and what a browser saw where a test failed: TestResults/browser."

if [ $((passed + failed)) -eq 0 ]; then
  echo "No test ran."
  failed=1
fi
