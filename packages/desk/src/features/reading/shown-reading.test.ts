import { expect, test } from 'vitest';
import { fateOf, openSpots, type ShownDraft, type ShownReading, stepFrom, takeable } from './shown-reading.ts';

const field = (key: 'ratio' | 'window' | 'itemTitle', state: 'read' | 'unsure', text = '') => ({
  ...{ key, state, text },
  reason: null,
  sources: [],
});
const row = (key: string, ...states: readonly ('read' | 'unsure')[]): ShownDraft => ({
  ...{ key, kind: 'row', title: key, place: '' },
  fields: [field('ratio', states[0] ?? 'read'), field('window', states[1] ?? 'read')],
});
const item: ShownDraft = {
  key: 'i',
  kind: 'item',
  title: '丙',
  place: '',
  fields: [field('itemTitle', 'unsure', '丙')],
};
const shown = (drafts: readonly ShownDraft[], change: Partial<ShownReading> = {}): ShownReading => ({
  reading: {
    ...{ id: 'r' as ShownReading['reading']['id'], version: 1, fileName: '', fileHash: '', readBy: '', changedBy: '' },
    ...{ readAt: '' as ShownReading['reading']['readAt'], changedAt: '' as ShownReading['reading']['changedAt'] },
    document: { title: null, paragraphs: [], tables: [] },
    ...{ drafts, accepted: [], open: 0, corrected: 0 },
  },
  ...{ year: 2022, sectors: [], listed: [], plans: [], years: [], findings: [] },
  ...change,
});

test('the next value that waits follows the order of the page and begins again after the last', () => {
  const page = shown([row('a', 'unsure', 'read'), row('b', 'read', 'unsure'), item]);
  const first = stepFrom(page, undefined, 1);
  expect(first).toEqual({ draft: 'a', field: 'ratio' });
  expect(stepFrom(page, first, 1)).toEqual({ draft: 'b', field: 'window' });
  expect(stepFrom(page, first, -1)).toEqual({ draft: 'i', field: 'itemTitle' });
  expect(stepFrom(page, { draft: 'b', field: 'ratio' }, 1)).toEqual({ draft: 'b', field: 'window' });
  expect(stepFrom(page, { draft: 'b', field: 'ratio' }, -1)).toEqual({ draft: 'a', field: 'ratio' });
  expect(stepFrom(shown([row('a')]), undefined, 1)).toBeUndefined();
});

test('an item that the list has already is neither counted nor taken', () => {
  const page = shown([row('a'), item], { listed: ['丙'] });
  expect(fateOf(page, item)).toBe('listed');
  expect(openSpots(page)).toEqual([]);
  expect(takeable(page).map(({ key }) => key)).toEqual(['a']);
});
