#!/usr/bin/env node
// The way in. Plain JavaScript that any Node from 18 on understands: it makes sure that a Node which runs TypeScript
// as it is runs the rest. That is the one on hand, or the one that `npm ci` brought along.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { constants } from 'node:os';
import { fileURLToPath, URL } from 'node:url';

const root = new URL('../', import.meta.url);
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const passOnAfterMs = 300;
/** As `runCli` tells that it was not let finish. */
const INTERRUPTED = 130;

if (isNewEnough(process.versions.node)) await run();
else runWithOwnNode();

/** From 24.15 on types are stripped without a warning. */
function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 15);
}

async function run() {
  keepCompiledCode();
  const { runCli } = await import('../src/cli/run-cli.ts');
  const { stdin, stdout, stderr } = process;
  const stop = new globalThis.AbortController();
  let stoppedBy;
  for (const signal of stopSignals) {
    // Once: whoever presses Ctrl-C again gets the system's own, rougher ending.
    process.once(signal, () => {
      stoppedBy ??= signal;
      stop.abort();
    });
  }
  const exitCode = await runCli({
    argv: process.argv.slice(2),
    env: process.env,
    cwd: process.cwd(),
    stdin,
    stdout,
    stderr,
    signal: stop.signal,
  });
  // What was cut off tells by which signal; a bot that was told to end and did so has done what it should.
  const isCutOff = stoppedBy !== undefined && exitCode === INTERRUPTED;
  // A standard input that still waits for a person would keep the process.
  process.exit(isCutOff ? 128 + constants.signals[stoppedBy] : exitCode);
}

/**
 * Compiled code is kept beside the packages: whoever may write there may change the code itself, so nobody gains by
 * planting something. Where nothing can be written, everything works and starts slower.
 */
function keepCompiledCode() {
  process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('node_modules/.cache/nutgraf', root));
  nodeModule.enableCompileCache(process.env.NODE_COMPILE_CACHE);
}

function runWithOwnNode() {
  const ownNode = fileURLToPath(new URL('node_modules/.bin/node', root));
  if (!existsSync(ownNode) || realpathSync(ownNode) === realpathSync(process.execPath)) {
    console.error(
      `Nutgraf needs Node.js 24.15 or newer and this is ${process.versions.node}: install it from https://nodejs.org, or run "npm ci" in ${fileURLToPath(root)}, which brings it along unless install scripts or dev dependencies are switched off.`,
    );
    process.exitCode = 1;
    return;
  }
  const child = spawn(ownNode, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: 'inherit',
  });
  for (const signal of stopSignals) {
    // A terminal sends Ctrl-C to both; it is passed on only to a child that has not heard of it.
    process.on(signal, () => {
      globalThis.setTimeout(() => child.kill(signal), signal === 'SIGINT' ? passOnAfterMs : 0);
    });
  }
  child.on('error', (error) => {
    console.error(`Nutgraf could not start ${ownNode} (${error.code ?? error.message}).`);
    process.exitCode = 1;
  });
  child.on('exit', (exitCode, signal) => {
    process.exit(exitCode ?? 128 + (constants.signals[signal] ?? 0));
  });
}
