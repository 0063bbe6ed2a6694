/**
 * Three kinds of test, told apart by name: `*.unit.spec.ts` (no database), `service.spec.ts` beside a module
 * and `integration-tests/**` (both on the throw-away PostgreSQL that `npm test` starts). What of the last takes long are
 * the proofs: they are no part of the suite, and CI runs them after it.
 */
const transform = {
  "^.+\\.[jt]s$": [
    "@swc/jest",
    {
      jsc: {
        target: "es2022",
        parser: { syntax: "typescript", decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      },
    },
  ],
}

const patterns = {
  unit: [
    "<rootDir>/{src,sandbox,scripts,bench}/**/__tests__/**/*.unit.spec.ts",
    "<rootDir>/integration-tests/**/*.unit.spec.ts",
  ],
  modules: ["<rootDir>/src/**/__tests__/**/!(*.unit).spec.ts"],
  http: ["<rootDir>/integration-tests/!(browser)/**/!(*.unit).spec.ts"],
  browser: ["<rootDir>/integration-tests/browser/**/*.spec.ts"],
  proofs: ["<rootDir>/integration-tests/{access,crash,money}/**/!(*.unit).spec.ts"],
}

const suite = [...patterns.unit, ...patterns.modules, "<rootDir>/integration-tests/http/**/!(*.unit).spec.ts"]

const kind = process.env.TEST_TYPE

module.exports = {
  testEnvironment: "<rootDir>/integration-tests/one-context.js",
  transform,
  modulePathIgnorePatterns: ["<rootDir>/.medusa/", "<rootDir>/.merkato/"],
  setupFiles: ["<rootDir>/integration-tests/setup.js"],
  testSequencer: "<rootDir>/integration-tests/longest-first.js",
  testMatch: kind ? patterns[kind] : suite,
  testTimeout: 60_000,
  // Each file leaves a loaded server behind; what a worker has piled up is given back by a fresh one.
  workerIdleMemoryLimit: "1500MB",
}
