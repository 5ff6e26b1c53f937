import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

export interface OpenBrowser {
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] as const;

/** A browser that can be started, and how to get rid of it once it has ended. */
export interface FoundBrowser {
  readonly launch: LaunchOptions;
  readonly discard: () => void;
}

/** Starts the browser that `findBrowser` finds. */
export async function openBrowser(env: NodeJS.ProcessEnv): Promise<OpenBrowser> {
  const { launch, discard } = await findBrowser(env);
  try {
    const browser = await chromium.launch(launch);
    return {
      browser,
      async close() {
        await browser.close();
        discard();
      },
    };
  } catch (error) {
    discard();
    throw error;
  }
}

/**
 * The system's Chromium; where it has none, one from npm that is unpacked into a temporary folder of its own and goes
 * with it.
 */
export async function findBrowser(env: NodeJS.ProcessEnv): Promise<FoundBrowser> {
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const found = folders
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
    .find((file) => existsSync(file));
  return found === undefined
    ? unpackBrowser(env)
    : { launch: { executablePath: found }, discard: () => undefined };
}

async function unpackBrowser(env: NodeJS.ProcessEnv): Promise<FoundBrowser> {
  const folder = mkdtempSync(path.join(tmpdir(), 'nutgraf-browser-'));
  const discard = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    // The package unpacks into what the system calls its temporary folder, and takes what lies there for its own.
    env['TMPDIR'] = folder;
    const { default: packed } = await import('@sparticuz/chromium');
    packed.setGraphicsMode = false;
    const executablePath = await packed.executablePath();
    writeFontSettings(folder);
    return {
      launch: {
        executablePath,
        // Our own pages, with nothing from outside in them: as root Chromium starts no other way.
        args: ['--no-sandbox', '--font-render-hinting=none'],
        env: { ...env, FONTCONFIG_PATH: path.join(folder, 'settings') },
      },
      discard,
    };
  } catch (error) {
    discard();
    throw error;
  }
}

/** The fonts that come along with the browser, before those of the system. */
function writeFontSettings(folder: string): void {
  const settings = path.join(folder, 'settings');
  mkdirSync(settings, { recursive: true });
  const lines = [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    `<dir>${path.join(folder, 'fonts')}</dir><dir>/usr/share/fonts</dir>`,
    `<cachedir>${path.join(folder, 'font-cache')}</cachedir></fontconfig>`,
  ];
  writeFileSync(path.join(settings, 'fonts.conf'), lines.join('\n'));
}
