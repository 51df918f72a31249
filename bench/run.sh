#!/usr/bin/env bash
# Times the checker: warm and by length (BenchmarkDotNet), the whole process (hyperfine), and its peak memory (GNU time).
# Times what an analyst waits for (BenchmarkDotNet): on SQLite, and on a PostgreSQL server of its own where that is installed.
# SAMLA_REPORT names the report; without it the first source document beside the project is taken, or a made-up one.
#   bench/run.sh            everything
#   bench/run.sh process    the whole process only: a minute instead of five
set -euo pipefail
root=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
out=$root/artifacts/bench
mkdir -p "$out"

report=${SAMLA_REPORT:-}
if [ -z "$report" ]; then
  for report in "$root"/../shared/seeds/000*.txt; do break; done
fi
if ! [ -f "$report" ]; then
  report=$out/made-up.txt
  (cd "$root" && dotnet run --configuration Release --project bench/Samla.Bench -- report "$report")
fi
printf 'Report: %s, %s bytes\n' "$(basename -- "$report")" "$(wc -c <"$report" | tr -d ' ')"

# A server that is gone afterwards; SAMLA_POSTGRES names its database, or one that somebody else has made.
start_postgres() {
  bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
  if [ -n "${SAMLA_POSTGRES:-}" ]; then return; fi
  if [ -z "$bin" ]; then
    echo 'Not timed on PostgreSQL: it is not installed (Debian: apt-get install postgresql).'
    return
  fi
  server=$(mktemp -d)
  as=()
  if [ "$(id -u)" = 0 ]; then # whom the server refuses to run as
    chown postgres "$server"
    as=(runuser -u postgres --)
  fi
  "${as[@]}" "$bin/initdb" -D "$server/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 -N >/dev/null
  "${as[@]}" "$bin/pg_ctl" -D "$server/data" -w -l "$server/log" \
    -o "-c listen_addresses= -c unix_socket_directories=$server" start >/dev/null
  stop_postgres() { "${as[@]}" "$bin/pg_ctl" -D "$server/data" -m immediate -w stop >/dev/null && rm -rf -- "$server"; }
  trap stop_postgres EXIT
  "${as[@]}" "$bin/createdb" -h "$server" -U postgres samla
  export SAMLA_POSTGRES="Host=$server;Username=postgres;Database=samla"
}

if [ "${1-}" != process ]; then
  start_postgres
  (cd "$root" && SAMLA_REPORT=$report dotnet run --configuration Release --project bench/Samla.Bench -- \
    --filter '*' --artifacts "$out")
fi

# The exit code tells of findings, not of trouble: 1 means that the report has errors.
outcome=0
"$root/samla" check "$report" >/dev/null || outcome=$?
if [ "$outcome" -gt 1 ]; then exit "$outcome"; fi

if command -v hyperfine >/dev/null; then
  hyperfine --shell=none --warmup 3 --runs 20 --ignore-failure --export-json "$out/process.json" \
    --command-name 'samla check' "$(printf '%q check %q' "$root/samla" "$report")" \
    --command-name 'samla --version (the cost of starting)' "$(printf '%q --version' "$root/samla")"
else
  echo 'Not timed as a process: no hyperfine here (Debian: apt-get install hyperfine).'
fi

if [ -x /usr/bin/time ]; then
  /usr/bin/time -v -o "$out/memory.txt" "$root/samla" check "$report" >/dev/null || true
  awk -F': ' '/Maximum resident/ { printf "Peak memory: %.0f MB\n", $2 / 1024 }' "$out/memory.txt"
else
  echo 'Peak memory not measured: no GNU time here (Debian: apt-get install time).'
fi

# Publishing the sample edition as Word, beside pandoc making a Word file of the same report as Markdown.
data=$(mktemp -d)
trap 'rm -rf -- "$data"; if declare -F stop_postgres >/dev/null; then stop_postgres; fi' EXIT
"$root/samla" admin init --data "$data" >/dev/null
"$root/samla" publish 2023 --data "$data" --to docx,md --out "$data" >/dev/null
if command -v hyperfine >/dev/null && command -v pandoc >/dev/null; then
  hyperfine --shell=none --warmup 3 --runs 20 --export-json "$out/publish.json" \
    --command-name 'samla publish --to docx' \
    "$(printf '%q publish 2023 --data %q --to docx --out %q' "$root/samla" "$data" "$data")" \
    --command-name 'pandoc, Markdown to docx' \
    "$(printf 'pandoc %q -o %q' "$data/samla-2023.md" "$data/pandoc.docx")"
else
  echo 'Publishing not timed: no hyperfine or pandoc here (Debian: apt-get install hyperfine pandoc).'
fi
if [ -x /usr/bin/time ]; then
  /usr/bin/time -v -o "$out/memory-publish.txt" "$root/samla" publish 2023 --data "$data" --to docx --out "$data" >/dev/null
  awk -F': ' '/Maximum resident/ { printf "Peak memory of publishing: %.0f MB\n", $2 / 1024 }' "$out/memory-publish.txt"
fi
