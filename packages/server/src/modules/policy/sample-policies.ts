import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { policyProfile } from '@mingchou/contract';
import type { PolicyProfile } from '@mingchou/domain';

const shipped = path.resolve(import.meta.dirname, '../../../../../samples/policies');

/** The profiles shipped for comparison; they are read from published documents and belong to no tenant. */
export function samplePolicies(folder: string = shipped): readonly PolicyProfile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => policyProfile.parse(JSON.parse(readFileSync(path.join(folder, name), 'utf8'))));
}
