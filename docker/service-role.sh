#!/bin/sh
# The service's own role: it may add to the log and read it; migrations run as its owner.
set -eu
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set "secret=$(cat /run/secrets/service_password)" <<'SQL'
CREATE ROLE placements_service LOGIN PASSWORD :'secret';
SQL
