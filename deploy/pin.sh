#!/bin/sh
# Prints the images by the digests that their registries give them now, for deploy/.env, where compose reads them, and as --build-arg for the Dockerfile:
# deploy/pin.sh >> deploy/.env. Run it again with every update: the last line of a name counts. It needs docker and the registries.
set -eu
pin() {
  digest=$(docker buildx imagetools inspect "$2" --format '{{.Manifest.Digest}}')
  case $digest in sha256:*) echo "$1$2@$digest" ;; *) echo "No digest of $2: $digest" >&2; exit 1 ;; esac
}
pin SDK_IMAGE= mcr.microsoft.com/dotnet/sdk:10.0
pin RUNTIME_IMAGE= mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
pin POSTGRES_IMAGE= postgres:17
pin CADDY_IMAGE= caddy:2
# Kubernetes has its own.
pin '# kubernetes/database.yaml, imageName: ' ghcr.io/cloudnative-pg/postgresql:17
