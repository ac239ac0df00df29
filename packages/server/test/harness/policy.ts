import type { PolicyPorts } from '../../src/modules/policy/index.ts';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { policyProfile, policyRoutes } from '@mingchou/contract';
import type { Client } from '../../src/shell/client.ts';

const folder = path.resolve(import.meta.dirname, '../../../../samples/policies');

/** Adopts the profile of one of the five bureaus, as its clerk does: 'zz' is 长子. */
export async function adoptSamplePolicy(clerk: Client, name: 'lz' | 'zz' | 'ys' | 'gx' | 'ls'): Promise<void> {
  const profile = policyProfile.parse(JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')));
  await clerk.mustSend(policyRoutes.adoptPolicy, { version: 0, profile });
}

/** The rules without their neighbours, for tests of other nouns. */
export const rulesAlone: PolicyPorts = {
  task: () => Promise.resolve(undefined),
  lockTask: () => Promise.resolve(undefined),
  adopted: () => Promise.resolve(),
  impacts: () => Promise.resolve([]),
};
