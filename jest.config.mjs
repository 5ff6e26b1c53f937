// Jest runs the TypeScript sources as ES modules: babel strips the types, nothing is compiled to disk.
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
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
