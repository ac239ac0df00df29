import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

interface TypeConfig {
  readonly extends?: string;
  readonly compilerOptions: Readonly<Record<string, unknown>>;
}

const readConfig = (name: string) => JSON.parse(readFileSync(path.join(root, name), 'utf8')) as TypeConfig;

const strictness = [
  'strict',
  'noUncheckedIndexedAccess',
  'exactOptionalPropertyTypes',
  'verbatimModuleSyntax',
  'erasableSyntaxOnly',
  'noImplicitOverride',
  'noFallthroughCasesInSwitch',
  'noUnusedLocals',
  'noUnusedParameters',
];

describe('types', () => {
  test.each(strictness)('%s is on for the whole house', (flag) => {
    expect(readConfig('tsconfig.base.json').compilerOptions[flag]).toBe(true);
  });

  test.each(['tsconfig.pure.json', 'tsconfig.node.json', 'tsconfig.dom.json'])('%s loosens none of them', (name) => {
    const config = readConfig(name);
    expect(config.extends).toBe('./tsconfig.base.json');
    expect(strictness.filter((flag) => flag in config.compilerOptions)).toEqual([]);
  });

  test('the pure floors are compiled without browser and Node types', () => {
    expect(readConfig('tsconfig.pure.json').compilerOptions).toEqual({ lib: ['es2024'] });
    expect(readConfig('tsconfig.base.json').compilerOptions['types']).toEqual([]);
  });
});

/** Files of the house as the version control sees them; a bare copy without it is not examined. */
const files = existsSync(path.join(root, '.git'))
  ? execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
      .split('\n')
      .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && existsSync(path.join(root, file)))
  : [];

describe('names', () => {
  test('no folder or file is called common, utils, types, helpers or the like', () => {
    const vague = /(^|\/)(common|utils?|types|helpers?|shared|misc|manager)(\/|\.tsx?$)/;
    expect(files.filter((file) => vague.test(file))).toEqual([]);
  });

  test('files are written in kebab-case', () => {
    const kebab = /^\.?[a-z0-9]+([-.][a-z0-9]+)*$/;
    expect(files.filter((file) => !kebab.test(path.basename(file)))).toEqual([]);
  });
});

test('the working code of the house turns no check off; only a table may keep its own layout', () => {
  const switches = /@ts-(ignore|expect-error|nocheck)|eslint-disable|biome-ignore (?!format:)/;
  const silenced = files
    .filter((file) => !file.startsWith('scripts/house.test'))
    .filter((file) => switches.test(readFileSync(path.join(root, file), 'utf8')));
  expect(silenced).toEqual([]);
});
