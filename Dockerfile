# Nutgraf in a container: Node runs the TypeScript sources as they are, so there is nothing to build.
FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app

COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force

COPY bin ./bin
COPY src ./src
COPY config ./config
COPY examples ./examples

# The image's own unprivileged user; the database lies in a volume of its own.
RUN mkdir data && chown node:node data
VOLUME /app/data
USER node

# Healthy when it can read the article that ships with it; with PORT set, /readyz tells more.
HEALTHCHECK --interval=5m --timeout=20s CMD ["node", "bin/nutgraf.mjs", "read", "examples/harbour.html", "--json"]

ENTRYPOINT ["node", "bin/nutgraf.mjs"]
CMD ["--help"]
