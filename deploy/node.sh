# Sourced by test.sh: sees to it that Node.js and npm are on the machine; the exports are read by parsers that are not ours.

install_node() {
  command -v node >/dev/null && command -v npm >/dev/null && return
  if ! command -v apt-get >/dev/null; then
    echo "Node.js 18 or newer and npm are missing: install them (brew install node)." >&2
    return 1
  fi
  echo "Installing Node.js ..."
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm >/dev/null
}

install_node
npm ci --prefix Governance.Tests/Interop --no-audit --no-fund --loglevel=error
