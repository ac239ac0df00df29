// Imports go down the floors only; rooms of one floor never meet. `scripts/planted.test.ts` proves that each rule sees.
const floors = [['verifier'], ['domain'], ['contract'], ['desk', 'field', 'portal'], ['server']];

/** For every package: nothing above it and nothing beside it. */
const floorRules = floors.flatMap((floor, level) =>
  floor.flatMap((name) => {
    const closed = [...floors.slice(level + 1).flat(), ...floor.filter((other) => other !== name)];
    if (closed.length === 0) return [];
    return {
      name: `floor-of-${name}`,
      severity: 'error',
      comment: `${name} may import only from the floors below it`,
      from: { path: `^packages/${name}/` },
      to: { path: closed.map((other) => `^packages/${other}/`) },
    };
  }),
);

const testFile = '[.]test[.]tsx?$';

export default {
  forbidden: [
    ...floorRules,
    {
      name: 'by-the-front-door',
      severity: 'error',
      comment: 'another package is imported by its name, through its one entry; the colours are an entry of their own',
      from: { path: '^packages/([^/]+)/' },
      to: {
        path: '^packages/',
        pathNot: ['^packages/$1/', '^packages/[^/]+/src/index[.]ts$', '^packages/contract/src/tokens[.]css'],
      },
    },
    {
      name: 'domain-rooms',
      severity: 'error',
      comment: 'a room imports the kernel, the calendar, the policy and who acts; otherwise its sibling stays closed',
      from: { path: '^packages/domain/src/([^/]+)/', pathNot: testFile },
      to: {
        path: '^packages/domain/src/',
        pathNot: [
          '^packages/domain/src/$1/',
          '^packages/domain/src/(result|id|time)[.]ts$',
          '^packages/domain/src/(calendar|policy)/',
          '^packages/domain/src/account/(role|actor)[.]ts$',
        ],
      },
    },
    {
      name: 'server-modules',
      severity: 'error',
      comment: 'what a module needs of another comes through a port; composition.ts fills it',
      from: { path: '^packages/server/src/modules/([^/]+)/' },
      to: { path: '^packages/server/src/modules/', pathNot: '^packages/server/src/modules/$1/' },
    },
    {
      name: 'modules-are-composed-once',
      severity: 'error',
      comment: 'the shell does not know the modules; only composition.ts names them',
      from: {
        path: '^packages/server/src/',
        pathNot: ['^packages/server/src/modules/', '^packages/server/src/composition[.]ts$', testFile],
      },
      to: { path: '^packages/server/src/modules/' },
    },
    {
      name: 'desk-features',
      severity: 'error',
      comment: 'a feature never imports a sibling; app/routes.tsx composes them',
      from: { path: '^packages/desk/src/features/([^/]+)/' },
      to: { path: '^packages/desk/src/features/', pathNot: '^packages/desk/src/features/$1/' },
    },
    {
      name: 'features-are-composed-once',
      severity: 'error',
      comment: 'design, table, form and api serve every feature and know none',
      from: {
        path: '^packages/desk/src/',
        pathNot: ['^packages/desk/src/features/', '^packages/desk/src/app/', testFile],
      },
      to: { path: '^packages/desk/src/features/' },
    },
    {
      name: 'pure-floors',
      severity: 'error',
      comment: 'verifier and domain depend on nothing at run time but the one curve library, which is pure itself',
      from: {
        path: '^packages/(verifier|domain)/src/',
        pathNot: [testFile, '^packages/verifier/src/cli([.]ts$|/)'],
      },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
        pathNot: '^node_modules/@noble/curves/',
      },
    },
    {
      name: 'browser-code-stays-in-the-browser',
      severity: 'error',
      from: { path: ['^packages/(desk|contract)/src/', '^packages/portal/src/browser/'], pathNot: testFile },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'declared-dependencies',
      severity: 'error',
      comment: 'what a package runs on stands in its own package.json',
      from: { path: '^packages/[^/]+/src/', pathNot: testFile },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], pathNot: '^packages/' },
    },
    {
      name: 'nothing-runs-on-a-test',
      severity: 'error',
      from: { pathNot: [testFile, '/test/', '^e2e/', '^scripts/', '^bench/'] },
      to: { path: [testFile, '^packages/[^/]+/test/', '^e2e/'] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    // `?raw` is a file's text, which only the bundler knows to give.
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['[?]raw$'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', '/[.]data/', '^vectors/'] },
    // Types are imports too: a type taken from the floor above is a dependency on it.
    tsPreCompilationDeps: true,
    // Without extensions and conditions a workspace import (`@mingchou/domain`) is left unresolved and passes.
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'browser', 'default', 'require', 'node'],
      mainFields: ['module', 'main', 'types'],
    },
    skipAnalysisNotInRules: true,
  },
};
