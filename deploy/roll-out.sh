#!/bin/sh
# roll-out.sh IMAGE: migrates, then replaces one process after the other. Run it in the folder of compose.yml.
set -eu
sed -i "s|^IMAGE=.*|IMAGE=$1|" .env
docker compose pull -q migrate app1 app2
docker compose up -d --wait postgres redis minio
docker compose run --rm migrate
docker compose up bucket
for app in app1 app2; do
  docker compose up -d --no-deps --wait "$app"
  # Each of nginx's workers finds out for itself that it is back.
  sleep 5
done
docker compose up -d --no-deps nginx
docker compose exec -T nginx nginx -s reload
