/** A small house that keeps every rule; the planted files are laid beside these. */
export const lawful: Record<string, string> = {
  'packages/verifier/src/index.ts': 'export const tickets = 1;\n',
  'packages/domain/src/index.ts': "export * from './plan/index.ts';\nexport * from './time.ts';\n",
  'packages/domain/src/time.ts': 'export type Day = string;\n',
  'packages/domain/src/plan/index.ts': "export * from './budget.ts';\n",
  'packages/domain/src/plan/budget.ts':
    "import { tickets } from '@mingchou/verifier';\nimport type { Day } from '../time.ts';\nexport const budget = (day: Day) => [day, tickets];\n",
  'packages/domain/src/draw/index.ts': 'export const draw = 1;\n',
  'packages/contract/src/index.ts': "export { budget } from '@mingchou/domain';\n",
  'packages/desk/src/features/plan/index.tsx': 'export const planPages = [];\n',
  'packages/desk/src/features/draw/index.tsx': 'export const drawPages = [];\n',
  'packages/desk/src/app/routes.tsx':
    "import { drawPages } from '../features/draw/index.tsx';\nimport { planPages } from '../features/plan/index.tsx';\nexport const pages = [...planPages, ...drawPages];\n",
  'packages/desk/src/index.ts': 'export const desk = 1;\n',
  'packages/portal/src/index.ts': 'export const portal = 1;\n',
  'packages/server/src/index.ts': "export { portal } from '@mingchou/portal';\n",
  'packages/server/src/composition.ts':
    "import { drawModule } from './modules/draw/index.ts';\nimport { planModule } from './modules/plan/index.ts';\nexport const modules = [planModule, drawModule];\n",
  'packages/server/src/modules/plan/index.ts': 'export const planModule = 1;\n',
  'packages/server/src/modules/draw/index.ts': 'export const drawModule = 1;\n',
};

export interface Planted {
  readonly wrong: string;
  readonly file: string;
  readonly text: string;
  readonly rule: string;
}

export const plantedImports: readonly Planted[] = [
  {
    wrong: 'an import from the floor above, by name',
    file: 'packages/domain/src/plan/upward.ts',
    text: "import { budget } from '@mingchou/contract';\nexport const upward = budget;\n",
    rule: 'floor-of-domain',
  },
  {
    wrong: 'a type taken from the floor above',
    file: 'packages/verifier/src/upward-type.ts',
    text: "import type { Day } from '@mingchou/domain';\nexport type Above = Day;\n",
    rule: 'floor-of-verifier',
  },
  {
    wrong: 'an import of the package next door',
    file: 'packages/desk/src/next-door.tsx',
    text: "import { portal } from '@mingchou/portal';\nexport const nextDoor = portal;\n",
    rule: 'floor-of-desk',
  },
  {
    wrong: 'the portal importing the desk beside it',
    file: 'packages/portal/src/next-door.ts',
    text: "import { desk } from '@mingchou/desk';\nexport const nextDoor = desk;\n",
    rule: 'floor-of-portal',
  },
  {
    wrong: 'the phone application importing the desk beside it',
    file: 'packages/field/src/next-door.ts',
    text: "import { desk } from '@mingchou/desk';\nexport const nextDoor = desk;\n",
    rule: 'floor-of-field',
  },
  {
    wrong: 'the contract importing the server',
    file: 'packages/contract/src/upward.ts',
    text: "import { portal } from '@mingchou/server';\nexport const upward = portal;\n",
    rule: 'floor-of-contract',
  },
  {
    wrong: 'an import deep into a lower package',
    file: 'packages/contract/src/deep.ts',
    text: "import { budget } from '../../domain/src/plan/budget.ts';\nexport const deep = budget;\n",
    rule: 'by-the-front-door',
  },
  {
    wrong: 'a room of the domain importing its sibling',
    file: 'packages/domain/src/draw/sibling.ts',
    text: "import { budget } from '../plan/budget.ts';\nexport const sibling = budget;\n",
    rule: 'domain-rooms',
  },
  {
    wrong: 'a server module importing its sibling',
    file: 'packages/server/src/modules/plan/sibling.ts',
    text: "import { drawModule } from '../draw/index.ts';\nexport const sibling = drawModule;\n",
    rule: 'server-modules',
  },
  {
    wrong: 'the shell of the server naming a module',
    file: 'packages/server/src/shell/knows.ts',
    text: "import { drawModule } from '../modules/draw/index.ts';\nexport const knows = drawModule;\n",
    rule: 'modules-are-composed-once',
  },
  {
    wrong: 'a desk feature importing its sibling',
    file: 'packages/desk/src/features/plan/sibling.tsx',
    text: "import { drawPages } from '../draw/index.tsx';\nexport const sibling = drawPages;\n",
    rule: 'desk-features',
  },
  {
    wrong: 'a part that serves all features importing one',
    file: 'packages/desk/src/table/knows.tsx',
    text: "import { drawPages } from '../features/draw/index.tsx';\nexport const knows = drawPages;\n",
    rule: 'features-are-composed-once',
  },
  {
    wrong: 'a cycle',
    file: 'packages/domain/src/plan/wheel.ts',
    text: "import { spoke } from './spoke.ts';\nexport const wheel = () => spoke;\n",
    rule: 'no-cycles',
  },
  {
    wrong: 'the file system in the domain',
    file: 'packages/domain/src/plan/reads.ts',
    text: "import { readFileSync } from 'node:fs';\nexport const reads = readFileSync;\n",
    rule: 'pure-floors',
  },
  {
    wrong: 'the file system in the desk',
    file: 'packages/desk/src/reads.tsx',
    text: "import { readFileSync } from 'node:fs';\nexport const reads = readFileSync;\n",
    rule: 'browser-code-stays-in-the-browser',
  },
  {
    wrong: 'a dependency that stands in no package.json',
    file: 'packages/server/src/undeclared.ts',
    text: "import { pad } from 'undeclared';\nexport const padded = pad;\n",
    rule: 'declared-dependencies',
  },
  {
    wrong: 'an import of what does not exist',
    file: 'packages/portal/src/lost.ts',
    text: "import { lost } from './nowhere.ts';\nexport const found = lost;\n",
    rule: 'everything-resolves',
  },
  {
    wrong: 'working code importing a test',
    file: 'packages/domain/src/draw/runs-on-test.ts',
    text: "import { made } from './draw.test.ts';\nexport const runsOnTest = made;\n",
    rule: 'nothing-runs-on-a-test',
  },
];

export const plantedManners: readonly Planted[] = [
  {
    wrong: 'node:fs in the domain',
    file: 'packages/domain/src/draw/fs.ts',
    text: "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
    rule: 'no-restricted-imports',
  },
  {
    wrong: 'Date.now() in the domain',
    file: 'packages/domain/src/draw/clock.ts',
    text: 'export const now = () => Date.now();\n',
    rule: 'no-restricted-properties',
  },
  {
    wrong: 'new Date() in the verifier',
    file: 'packages/verifier/src/clock.ts',
    text: 'export const now = () => new Date();\n',
    rule: 'no-restricted-syntax',
  },
  {
    wrong: 'Math.random() in the verifier',
    file: 'packages/verifier/src/chance.ts',
    text: 'export const chance = () => Math.random();\n',
    rule: 'no-restricted-properties',
  },
  {
    wrong: 'the process in the domain',
    file: 'packages/domain/src/draw/process.ts',
    text: 'export const home = () => process.env;\n',
    rule: 'no-restricted-globals',
  },
  {
    wrong: 'localeCompare on the server',
    file: 'packages/server/src/order.ts',
    text: 'export const order = (a: string, b: string) => a.localeCompare(b);\n',
    rule: 'no-restricted-properties',
  },
  {
    wrong: 'any',
    file: 'packages/server/src/anything.ts',
    text: 'export const anything = (value: any) => value;\n',
    rule: '@typescript-eslint/no-explicit-any',
  },
  {
    wrong: 'a non-null assertion',
    file: 'packages/desk/src/surely.tsx',
    text: 'export const surely = (names: string[]) => names[0]!;\n',
    rule: '@typescript-eslint/no-non-null-assertion',
  },
  {
    wrong: 'a default export',
    file: 'packages/portal/src/nameless.ts',
    text: 'export default 1;\n',
    rule: 'no-restricted-syntax',
  },
  {
    wrong: 'loose equality',
    file: 'packages/contract/src/loose.ts',
    text: 'export const loose = (a: unknown) => a == 1;\n',
    rule: 'eqeqeq',
  },
  {
    wrong: 'a type imported as a value',
    file: 'packages/domain/src/plan/value-import.ts',
    text: "import { Day } from '../time.ts';\nexport type Until = Day;\n",
    rule: '@typescript-eslint/consistent-type-imports',
  },
];

/** Needed by planted files, but not violations themselves. */
export const companions: Record<string, string> = {
  'packages/domain/src/plan/spoke.ts': "import { wheel } from './wheel.ts';\nexport const spoke = () => wheel;\n",
  'packages/domain/src/draw/draw.test.ts': 'export const made = 1;\n',
  'node_modules/undeclared/package.json': '{ "name": "undeclared", "type": "module", "exports": "./index.js" }\n',
  'node_modules/undeclared/index.js': 'export const pad = 1;\n',
};
