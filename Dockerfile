# syntax=docker/dockerfile:1
# One image for web, fetcher, worker and the release step: the command chooses. docs/deploy/docker.md
ARG NODE_IMAGE=node:24.21.0-bookworm-slim

FROM ${NODE_IMAGE} AS base
ENV NODE_ENV=production
WORKDIR /app
COPY package.json ./
# pnpm in the version that package.json pins.
RUN npm install --global --no-audit --no-fund "$(node -p "require('./package.json').packageManager")"

# What the lockfile names, before any source: a change of the code does not fetch it again.
FROM base AS manifests
COPY pnpm-lock.yaml pnpm-workspace.yaml ./
COPY packages/shared/package.json packages/shared/
COPY packages/processor/package.json packages/processor/
COPY packages/fetcher/package.json packages/fetcher/
COPY packages/api/package.json packages/api/
COPY packages/web/package.json packages/web/

FROM manifests AS build
RUN pnpm install --prod=false --frozen-lockfile
COPY tsconfig.json tsconfig.base.json ./
COPY packages packages
RUN pnpm run build

FROM manifests AS production
RUN pnpm install --prod --frozen-lockfile

# Supabase Lite for docker-compose.yml: a trial without a Supabase project. Not part of the production image.
FROM build AS supabase-lite
COPY supabase supabase
COPY scripts scripts
RUN mkdir -p /data && chown node:node /data
USER node
EXPOSE 54321
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=10 CMD ["node", "scripts/serve-supabase-lite.mjs", "--check"]
CMD ["node", "scripts/serve-supabase-lite.mjs"]

FROM ${NODE_IMAGE} AS runtime
# Says words and sentences that have no recording (docs/adr/0023).
RUN --mount=type=tmpfs,target=/var/lib/apt/lists apt-get update && apt-get install -y --no-install-recommends flite
ENV NODE_ENV=production PORT=8000 HEALTH_PORT=8000 DATA_DIR=/data INBOX_DIR=/data/inbox
WORKDIR /app
COPY --from=production /app ./
COPY --from=build /app/packages/shared/dist packages/shared/dist
COPY --from=build /app/packages/processor/dist packages/processor/dist
COPY --from=build /app/packages/fetcher/dist packages/fetcher/dist
COPY --from=build /app/packages/api/dist packages/api/dist
COPY --from=build /app/packages/web/dist packages/web/dist
COPY packages/shared/starter-content packages/shared/starter-content
COPY packages/processor/prompts packages/processor/prompts
COPY packages/processor/dictionary packages/processor/dictionary
COPY packages/processor/rule-cards packages/processor/rule-cards
COPY packages/processor/learner-phrases packages/processor/learner-phrases
COPY packages/processor/marks packages/processor/marks
RUN mkdir -p /data/inbox && chown -R node:node /data
USER node
EXPOSE 8000
# PORT and HEALTH_PORT are one number, so that whichever process this is answers there.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.HEALTH_PORT + '/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "packages/api/dist/main.js"]
