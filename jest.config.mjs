import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const LONG = 'NUTGRAF_TEST_LONG';

/** The suites that have full counts; the others would only say again what `npm test` says. */
function findLongSuites() {
  const folder = path.join(import.meta.dirname, 'test');
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.join(folder, file))
    .filter((file) => readFileSync(file, 'utf8').includes(LONG));
}

// Jest runs the TypeScript sources as ES modules: babel strips the types, nothing is compiled to disk.
export default {
  testEnvironment: 'node',
  testMatch: process.env[LONG] === undefined ? ['<rootDir>/test/**/*.test.ts'] : findLongSuites(),
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      'babel-jest',
      {
        babelrc: false,
        configFile: false,
        presets: [
          ['@babel/preset-typescript', { allowDeclareFields: true, onlyRemoveTypeImports: true }],
        ],
      },
    ],
  },
  moduleFileExtensions: ['ts', 'mjs', 'js', 'json'],
  testTimeout: 30_000,
  // Both cores of a small machine; a process that has run many files is begun anew, as what they loaded stays with it.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
};
