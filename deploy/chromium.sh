# Sourced by test.sh: sees to it that Chromium is on the machine; the pages are tried in it.

install_chromium() {
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null && return
  if ! command -v apt-get >/dev/null; then
    echo "Chromium is missing: install it." >&2
    return 1
  fi
  echo "Installing Chromium ..."
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
}

install_chromium
