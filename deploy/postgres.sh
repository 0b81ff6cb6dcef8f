# Sourced by the other scripts: sees to it that PostgreSQL's programs are on the machine. No server is set up: ours is private.

have_postgres() {
  command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null ||
    compgen -G '/usr/pgsql-*/bin/initdb' >/dev/null || compgen -G '/opt/homebrew/opt/postgresql@*/bin/initdb' >/dev/null ||
    compgen -G '/usr/local/opt/postgresql@*/bin/initdb' >/dev/null
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

install_postgres() {
  have_postgres && return
  if ! command -v apt-get >/dev/null; then
    echo "PostgreSQL 15 or newer is missing: install it (brew install postgresql@17)." >&2
    return 1
  fi
  echo "Installing PostgreSQL ..."
  # The package would make a server of its own and start it.
  as_root mkdir -p /etc/postgresql-common/createcluster.d
  echo 'create_main_cluster = false' | as_root tee /etc/postgresql-common/createcluster.d/programs-only.conf >/dev/null
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null
}

install_postgres
