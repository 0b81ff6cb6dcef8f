# Sourced by test.sh: sees to it that LibreOffice and pdftotext are on the machine; the minutes as Word documents are opened in the one, those as PDF read by the other.

install_office() {
  { command -v soffice || command -v libreoffice; } >/dev/null && command -v pdftotext >/dev/null && return
  if ! command -v apt-get >/dev/null; then
    echo "LibreOffice or pdftotext is missing: install it." >&2
    return 1
  fi
  echo "Installing LibreOffice ..."
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-writer-nogui poppler-utils >/dev/null
}

install_office
