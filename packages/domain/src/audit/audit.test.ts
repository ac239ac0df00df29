import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf } from '../time.ts';
import { canonicalJson } from './canonical-json.ts';
import { type AuditEntry, type AuditLink, emptyChain, follow, linkText } from './chain.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

function entry(number: number): AuditEntry {
  return {
    ...{ entryId: `entry-${number}`, noun: 'plan', aggregateId: 'plan-1', version: number, eventType: 'plan-approved' },
    ...{ event: { type: 'plan-approved', number }, actorId: 'lv', actorName: '吕审', at: instantOf(number * 1000) },
  };
}

function chainOf(entries: readonly AuditEntry[]): AuditLink[] {
  let head = emptyChain;
  return entries.map((each) => {
    const position = head.position + 1;
    const hash = sha256(linkText(position, head.hash, each));
    const link = { position, entryId: each.entryId, previousHash: head.hash, hash };
    head = { position, hash };
    return link;
  });
}

/** The position of the first fault, or null. */
function check(links: readonly AuditLink[], entries: readonly AuditEntry[]): number | null {
  let head = emptyChain;
  for (const [at, link] of links.entries()) {
    const next = follow(head, link, entries[at] ?? entry(0), sha256);
    if ('code' in next) return next.position;
    head = next;
  }
  return null;
}

test('members of an object have one order, by code unit and not by a locale', () => {
  expect(canonicalJson({ b: 1, a: [true, null, '李'], B: { 乙: 1, 甲: 2 } })).toBe(
    '{"B":{"乙":1,"甲":2},"a":[true,null,"李"],"b":1}',
  );
});

test('the same value written in another order is the same text', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('the first link of a chain is one known hash, so that a second implementation can be held against it', () => {
  const [link] = chainOf([entry(1)]);
  expect(linkText(1, '0'.repeat(64), entry(1))).toBe(
    `["mingchou-audit/1",1,"${'0'.repeat(64)}","entry-1","plan","plan-1",1,"plan-approved",{"number":1,"type":"plan-approved"},"lv","吕审","1970-01-01T00:00:01Z"]`,
  );
  expect(link?.hash).toBe(sha256(linkText(1, '0'.repeat(64), entry(1))));
});

test('a chain as it was written has no fault', () => {
  const entries = [1, 2, 3, 4].map(entry);
  expect(check(chainOf(entries), entries)).toBeNull();
});

test('whatever is changed, dropped or swapped, the first bad position is named', () => {
  const entries = [1, 2, 3, 4, 5, 6].map(entry);
  const links = chainOf(entries);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), fc.constantFrom('change', 'drop', 'rehash'), (at, how) => {
      const changed = entries.map((each, index) =>
        index === at && how === 'change' ? { ...each, actorName: '别人' } : each,
      );
      const kept = how === 'drop' ? (_: unknown, index: number) => index !== at : () => true;
      const rehashed = links.map((link, index) =>
        index === at && how === 'rehash' ? { ...link, hash: sha256('x') } : link,
      );
      const fault = check(rehashed.filter(kept), changed.filter(kept));
      // The last link may be dropped unseen: only an outside anchor shows a cut tail.
      expect(fault).toBe(how === 'drop' && at === 5 ? null : at + 1);
    }),
  );
});
