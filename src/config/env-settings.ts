import type { Config, Environment } from './config.ts';
import { filled } from './filled.ts';

export interface EnvSettings {
  readonly allowedPrivateHosts: Config['allowedPrivateHosts'];
  readonly proxy: Config['proxy'];
  /** A file of one's own, as it is named. */
  readonly configPath?: string;
  readonly faults: readonly string[];
}

/** The settings that stand in the environment. Empty variables count as not set. */
export function readEnvSettings(env: Environment): EnvSettings {
  const hosts = (env['NUTGRAF_ALLOW_PRIVATE_HOSTS'] ?? '')
    .split(',')
    .map((host) => host.trim())
    .filter((host) => host !== '');
  const https = proxyVariable(env, 'https_proxy');
  const http = proxyVariable(env, 'http_proxy');
  const except = proxyVariable(env, 'no_proxy');
  const configPath = filled(env['NUTGRAF_CONFIG']);
  return {
    allowedPrivateHosts: hosts,
    proxy: {
      ...(https === undefined ? {} : { https }),
      ...(http === undefined ? {} : { http }),
      ...(except === undefined ? {} : { except }),
    },
    ...(configPath === undefined ? {} : { configPath }),
    faults: hosts
      .filter((host) => !isHostAndPort(host))
      .map(
        (host) =>
          `NUTGRAF_ALLOW_PRIVATE_HOSTS: “${host}” must be a host and its port, such as localhost:8080`,
      ),
  };
}

/** Both spellings are in use; the lower one goes first, as in curl. */
function proxyVariable(env: Environment, name: string): string | undefined {
  return filled(env[name]) ?? filled(env[name.toUpperCase()]);
}

function isHostAndPort(text: string): boolean {
  const [, port = ''] = /^(?:\[[\da-f:.]+\]|[^\s:/[\]@]+):(\d{1,5})$/iu.exec(text) ?? [];
  return port !== '' && Number(port) >= 1 && Number(port) <= 65_535;
}
