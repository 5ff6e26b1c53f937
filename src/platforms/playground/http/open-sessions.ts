import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Who has given the password before, by a cookie: all tabs of a browser are one person. */
export interface Sessions {
  /** The name of whoever asks; `undefined` for whoever has none yet, or gives one that is none of ours. */
  find(request: Request): string | undefined;
  begin(): Begun;
}

export interface Begun {
  /** What is known of them to the bot; nobody gets in with it. */
  readonly person: string;
  /** For `set-cookie`. */
  readonly cookie: string;
}

export interface SessionsOptions {
  /** Where the key is kept by which cookies are told to be ours: they outlive a restart. */
  readonly folder: string;
  /** With another password all have to give it anew. */
  readonly password: string;
  /** 22 base64url characters, never the same twice. */
  readonly newKey: () => string;
}

const NAME = 'nutgraf_playground';
const COOKIE = new RegExp(`(?:^|;\\s*)${NAME}=([\\w-]{22})\\.([\\w-]{43})(?:;|$)`, 'u');
const KEPT_S = 30 * 24 * 60 * 60;
/** It comes along where a link elsewhere leads to the page, and with nothing that another site sends. */
const ATTRIBUTES = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${KEPT_S}`;

export function openSessions({ folder, password, newKey }: SessionsOptions): Sessions {
  const key = readKey(folder);
  const sign = (id: string): string =>
    createHmac('sha256', key).update(`${password}\n${id}`).digest('base64url');
  return {
    find(request) {
      const [, id, signature] = COOKIE.exec(request.headers.get('cookie') ?? '') ?? [];
      if (id === undefined || signature === undefined) return undefined;
      const isOurs = timingSafeEqual(Buffer.from(signature), Buffer.from(sign(id)));
      return isOurs ? personOf(id) : undefined;
    },
    begin() {
      const id = newKey();
      return { person: personOf(id), cookie: `${NAME}=${id}.${sign(id)}; ${ATTRIBUTES}` };
    },
  };
}

function personOf(id: string): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, 22);
}

function readKey(folder: string): Uint8Array {
  const file = path.join(folder, 'session-key');
  if (existsSync(file)) return readFileSync(file);
  const key = randomBytes(32);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(file, key, { mode: 0o600 });
  return key;
}
