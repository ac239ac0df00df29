import tseslint from 'typescript-eslint';

const defaultExport = {
  selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
  message: 'Export by name: a name is found by search and renamed in one step.',
};

const currentTime = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
  message: 'Take the time as an argument.',
};

const dynamicOutside = {
  selector: 'ImportExpression',
  message: 'A pure floor loads nothing while it runs.',
};

const machineOrder = 'The result depends on the machine and its locale; compare code units.';
const ambient = 'The pure floors know no clock, randomness, input or output; take the value as an argument.';

export default tseslint.config(
  { ignores: ['**/dist/**', '**/.data/**', '**/coverage/**', 'vectors/**', 'node_modules/**'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', defaultExport],
      'no-restricted-properties': ['error', { property: 'localeCompare', message: machineOrder }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      // The compiler already reports both, with the same underscore-free meaning.
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      // A module that has nothing to say yet, and the empty map of `Tables`, are written this way on purpose.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'always' }],
    },
  },
  {
    // Tools ask for a default export of their configuration.
    files: ['*.config.{ts,mjs}', 'packages/*/*.config.ts', '.dependency-cruiser.mjs', '**/global-setup.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // Sorting for display by a named collation is what the browser is for.
    files: ['packages/{desk,portal}/src/**/*.{ts,tsx}'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['packages/{verifier,domain}/src/**/*.ts'],
    ignores: ['**/*.test.ts', 'packages/verifier/src/cli.ts', 'packages/verifier/src/cli/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:*', 'fs', 'pg', 'kysely'], message: ambient }] }],
      'no-restricted-globals': [
        'error',
        ...['process', 'fetch', 'crypto', 'Buffer', 'performance', 'Intl', 'console'].map((name) => ({
          name,
          message: ambient,
        })),
        ...['setTimeout', 'setInterval', 'window', 'document', 'navigator', 'localStorage', 'globalThis'].map(
          (name) => ({
            name,
            message: ambient,
          }),
        ),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: ambient },
        { object: 'Date', property: 'now', message: ambient },
        ...['localeCompare', 'toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'].map((property) => ({
          property,
          message: machineOrder,
        })),
        ...['toLocaleUpperCase', 'toLocaleLowerCase'].map((property) => ({ property, message: machineOrder })),
      ],
      'no-restricted-syntax': ['error', defaultExport, currentTime, dynamicOutside],
    },
  },
);
