import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const packages = path.resolve(import.meta.dirname, '../../..');

/** What people read: the desk, the portal, the papers and letters of the server, the texts of the contract. */
const read = ['desk/src', 'portal/src', 'server/src', 'contract/src'];

/**
 * Where a fixed word is right: the forms with which a bureau says what it calls its sections, the made-up data of the
 * demonstration and of tests, and the names by which a workbook of another program is recognised.
 */
const rightly = [
  'desk/src/app/set-up-page.tsx',
  'contract/src/account.ts',
  'contract/src/exchange.ts',
  'server/src/db/base-tables.ts',
  'server/src/modules/account/found-bureau.ts',
];

const fixed = /股室|科室|股长|科长|法规[科股]|分管领导|抽查对象|检查对象|监察对象/;

test('no page, paper or refusal names sections, leaders or what is checked by a fixed word instead of the bureau’s', () => {
  const files = read
    .flatMap((folder) =>
      readdirSync(path.join(packages, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        path.join(folder, name).replaceAll(path.sep, '/'),
      ),
    )
    .filter((name) => /\.(tsx?|typ)$/.test(name) && !/\.test\.|\/made-up-|\/demonstration\//.test(name));
  expect(files.length).toBeGreaterThan(500);
  const found = files.filter((name) =>
    readFileSync(path.join(packages, name), 'utf8')
      .split('\n')
      // A comment is not shown to anybody.
      .some((line) => fixed.test(line.replace(/\/\*.*|^\s*\*.*|\/\/ .*/, ''))),
  );
  expect(found.filter((name) => !rightly.includes(name))).toEqual([]);
  expect(rightly.filter((name) => !found.includes(name))).toEqual([]);
});
