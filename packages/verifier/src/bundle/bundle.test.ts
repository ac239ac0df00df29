import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { vector } from '../../test/vector.ts';
import { auditorsOnly } from '../commitment/file.ts';
import { bundleOf, publicPartOf, readBundle } from './bundle.ts';

const name = 'batches-salted';
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('a bundle made twice is the same byte for byte, in whatever order its files were put together', () => {
  const files = vector(name);
  const backwards = new Map([...files].reverse());
  expect(hashOf(bundleOf(backwards))).toBe(hashOf(bundleOf(files)));
  expect(hashOf(bundleOf(publicPartOf(backwards, true)))).toBe(hashOf(bundleOf(publicPartOf(files, true))));
});

test('another process in another time zone and language makes the same bytes, auditors’ and public', () => {
  const child = new URL('../../test/bundle-child.ts', import.meta.url).pathname;
  const env = { ...process.env, TZ: 'America/St_Johns', LANG: 'ar_EG.UTF-8', LC_ALL: 'C', NODE_OPTIONS: '' };
  const made = execFileSync(process.execPath, [child, name], { env, encoding: 'utf8' });
  const files = vector(name);
  expect(made.split(' ')).toEqual([hashOf(bundleOf(files)), hashOf(bundleOf(publicPartOf(files, true)))]);
});

test('the public bundle never holds what is for auditors only, and reads back as it was', () => {
  const files = vector(name);
  const open = readBundle(bundleOf(publicPartOf(files, true)));
  if (!open.ok) throw new Error(open.refusal.text);
  for (const secret of auditorsOnly)
    expect([secret, files.has(secret), open.value.has(secret)]).toEqual([secret, true, false]);
  for (const [file, bytes] of open.value) expect(hashOf(bytes)).toBe(hashOf(files.get(file) ?? new Uint8Array()));
});
