import { describe, expect, test } from 'vitest';
import { vector } from '../../test/vector.ts';
import { commitmentHash } from '../commitment/commitment.ts';
import type { FileName } from '../commitment/file.ts';
import { digestHex } from '../hash/digest.ts';
import { textOf, utf8 } from '../hash/utf8.ts';
import { verify } from '../report/verify.ts';
import { amend, standingOf } from './amend.ts';
import type { AmendmentRequest } from './replay.ts';

const head = { at: '2022-04-02T01:00:00Z', reasonCode: 'conflict', approver: 'DD-1' };

function drawn(name: string): Map<FileName, Uint8Array> {
  const files = vector(name);
  files.delete('amendments.jsonl');
  return files;
}

function after(files: Map<FileName, Uint8Array>, request: AmendmentRequest): Map<FileName, Uint8Array> {
  const made = amend(files, request);
  if (made === undefined) throw new Error('nothing to amend');
  return new Map([...files, ['amendments.jsonl', made.file]]);
}

const verdict = (files: ReadonlyMap<string, Uint8Array>) =>
  verify(files).checks.find(({ name }) => name === 'amendments');

describe('what follows after the draw (§8)', () => {
  test.each(['batches-salted', 'scarce-inspectors', 'unbalanced-two-sided'])(
    '%s: asked for the same, we write the same lines',
    (name) => {
      const published = textOf(vector(name).get('amendments.jsonl') ?? new Uint8Array()) ?? '';
      let files = drawn(name);
      for (const line of published.trim().split('\n')) {
        const { kind, visit, seat, id, evidence, ...rest } = JSON.parse(line);
        const written = textOf(files.get('amendments.jsonl') ?? new Uint8Array()) ?? '';
        // A recusal that a substitution led to stands there already.
        if (published.startsWith(written) && written.includes(line)) continue;
        const own = { at: rest.at, reasonCode: rest.reasonCode, approver: rest.approver };
        files = after(files, kind === 'recusal' ? { ...own, kind, visit, seat } : { ...own, kind, id, evidence });
      }
      expect(textOf(files.get('amendments.jsonl') ?? new Uint8Array())).toBe(published);
    },
  );

  test('a recusal changes one seat and no other, and the recused never comes back to that visit', () => {
    let files = drawn('plain-sm3');
    const [visit] = standingOf(files).visits;
    const seen = new Set<string>();
    for (let round = 0; round < 4; round++) {
      const before = standingOf(files).seats;
      const leaving = before.find((seat) => seat.visit === visit?.id && seat.seat === 1)?.holder?.inspectorId;
      if (leaving === undefined) break;
      expect(seen.has(leaving)).toBe(false);
      seen.add(leaving);
      files = after(files, { ...head, kind: 'recusal', visit: visit?.id ?? '', seat: 1 });
      const changed = standingOf(files).seats.filter((seat, at) => JSON.stringify(seat) !== JSON.stringify(before[at]));
      expect(changed.map(({ visit: where, seat }) => [where, seat])).toEqual([[visit?.id, 1]]);
    }
    expect(seen.size).toBeGreaterThan(2);
    expect(verdict(files)?.status).toBe('passed');
  });

  test('a substitution takes the first reserve of the stratum; the visit keeps its name and team', () => {
    const files = drawn('plain-sha256');
    const rows = (textOf(files.get('selected.csv') ?? new Uint8Array()) ?? '')
      .split('\n')
      .map((line) => line.split(','));
    const [stratum, id = ''] = rows[0] ?? [];
    const reserve = rows.find((row) => row[0] === stratum && row[3] === 'R')?.[1];
    const made = amend(files, { ...head, kind: 'substitution', id, evidence: '' });
    expect(made?.lines[0]).toMatchObject({ seq: 1, kind: 'substitution', id, substitute: reserve });
    expect(made?.standing.visits.find((visit) => visit.id === id)?.subjects).toEqual([reserve]);
    expect(
      amend(new Map([...files, ['amendments.jsonl', made?.file ?? new Uint8Array()]]), {
        ...head,
        kind: 'substitution',
        id,
        evidence: '',
      }),
    ).toBeUndefined();
  });

  test('a newcomer with whom a seat conflicts has that seat recused by the next line; without it the file fails', () => {
    const found = ['plain-sha256', 'plain-sm3', 'lottery', 'weighted', 'scarce-inspectors']
      .flatMap((name) => {
        const files = drawn(name);
        return standingOf(files).visits.map(({ id }) => ({
          files,
          made: amend(files, { ...head, kind: 'substitution', id, evidence: '' }),
        }));
      })
      .find(({ made }) => (made?.lines.length ?? 0) > 1);
    expect(found?.made?.lines[1]).toMatchObject({ seq: 2, kind: 'recusal', reasonCode: 'conflict' });
    const text = textOf(found?.made?.file ?? new Uint8Array()) ?? '';
    const whole = new Map([...(found?.files ?? []), ['amendments.jsonl', utf8(text)] as const]);
    expect(verdict(whole)?.status).toBe('passed');
    const cut = new Map([...whole, ['amendments.jsonl', utf8(`${text.split('\n')[0]}\n`)] as const]);
    expect(verdict(cut)).toMatchObject({ status: 'failed', detail: 'recusal-missing 2' });
  });

  test('lines are chained from C on, and after a void nothing follows', () => {
    const files = drawn('plain-sha256');
    const [visit] = standingOf(files).visits;
    const made = amend(files, { ...head, kind: 'recusal', visit: visit?.id ?? '', seat: 1 });
    expect(made?.lines[0]?.prev).toBe(commitmentHash('sha256', files.get('commit.json') ?? new Uint8Array()));
    const voided = after(new Map([...files, ['amendments.jsonl', made?.file ?? new Uint8Array()]]), {
      ...head,
      kind: 'void',
    });
    const lines = (textOf(voided.get('amendments.jsonl') ?? new Uint8Array()) ?? '').trim().split('\n');
    expect(JSON.parse(lines[1] ?? '{}')).toMatchObject({
      seq: 2,
      kind: 'void',
      prev: digestHex('sha256', lines[0] ?? ''),
    });
    expect(standingOf(voided).voided).toBe(true);
    expect(amend(voided, { ...head, kind: 'recusal', visit: visit?.id ?? '', seat: 2 })).toBeUndefined();
    expect(verdict(voided)?.status).toBe('passed');
  });

  test('a seat that nobody holds, a visit or a subject that is not there, has nothing to amend', () => {
    const files = drawn('plain-sha256');
    expect(amend(files, { ...head, kind: 'recusal', visit: 'NOWHERE', seat: 1 })).toBeUndefined();
    expect(amend(files, { ...head, kind: 'substitution', id: 'NOBODY', evidence: '' })).toBeUndefined();
    const scarce = drawn('scarce-inspectors');
    const vacant = standingOf(scarce).seats.find(({ holder }) => holder === undefined);
    expect(
      amend(scarce, { ...head, kind: 'recusal', visit: vacant?.visit ?? '', seat: vacant?.seat ?? 0 }),
    ).toBeUndefined();
  });
});
