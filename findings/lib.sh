# Sourced by the findings: a temporary folder, a program with pinned packages, a PostgreSQL of one's own, and a comparison of what was seen.
set -euo pipefail

folder=$(mktemp -d)
cleanup() {
  if [ -n "${server:-}" ]; then as_postgres "$programs/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true; fi
  rm -rf "$folder"
}
trap cleanup EXIT

# PostgreSQL will not run as root.
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

# Starts a PostgreSQL that is reached by a socket alone; DATABASE is its connection string.
start_postgres() {
  programs=$(dirname "$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -1)")
  chmod 777 "$folder"
  as_postgres "$programs/initdb" -D "$folder/data" -A trust -U postgres --no-sync >/dev/null
  as_postgres "$programs/pg_ctl" -D "$folder/data" -w -l "$folder/log" -o "-c listen_addresses='' -c unix_socket_directories=$folder -c fsync=off" start >/dev/null
  server=started
  export DATABASE="Host=$folder;Username=postgres;Database=postgres"
}

# program PACKAGE=VERSION... < Program.cs: builds it (by Microsoft.NET.Sdk or $SDK, with $PROPERTIES), and runs it; what it prints goes to "$folder/seen".
program() {
  mkdir -p "$folder/program"
  cat > "$folder/program/Program.cs"
  { echo "<Project Sdk=\"${SDK:-Microsoft.NET.Sdk}\">"'<PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup><ItemGroup>'
    for package in "$@"; do echo "<PackageReference Include=\"${package%=*}\" Version=\"[${package#*=}]\" />"; done
    echo '</ItemGroup></Project>'; } > "$folder/program/program.csproj"
  (cd "$folder/program" && dotnet build --verbosity quiet --nologo -p:TreatWarningsAsErrors=false ${PROPERTIES:-} >"$folder/build" 2>&1) || { cat "$folder/build"; exit 1; }
  dotnet "$folder/program/bin/Debug/net10.0/program.dll" > "$folder/seen"
}

# script PACKAGE@VERSION... < script.mjs: runs it by Node, its zone UTC, beside these npm packages; what it prints goes to "$folder/seen".
script() {
  mkdir -p "$folder/script"
  cat > "$folder/script/script.mjs"
  echo '{"private":true}' > "$folder/script/package.json"
  (cd "$folder/script" && npm install --no-audit --no-fund --ignore-scripts --no-package-lock --prefer-offline "$@" >"$folder/build" 2>&1) || { cat "$folder/build"; exit 1; }
  TZ=UTC node "$folder/script/script.mjs" > "$folder/seen"
}

# debian PACKAGE=VERSION...: unpacks them in "$folder/root"; nothing is installed.
debian() {
  mkdir -p "$folder/packages"
  chmod 777 "$folder" "$folder/packages"
  (cd "$folder/packages" && apt-get download -q "$@" >"$folder/build" 2>&1) || { cat "$folder/build"; exit 1; }
  for package in "$folder"/packages/*.deb; do dpkg -x "$package" "$folder/root"; done
}

# seen < EXPECTED: fails where the program printed anything else.
seen() {
  cat > "$folder/wanted"
  if diff "$folder/wanted" "$folder/seen"; then cat "$folder/seen"; echo "As found."; else echo "This has changed."; exit 1; fi
}
