import type { catalogueRoutes } from '@mingchou/contract';
import { type LawEdition, plainTitle } from '@mingchou/domain';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import { loadLibrary } from './library-store.ts';
import { byText, pageOfRows } from './page.ts';
import { loadItems } from './store.ts';

type LawsInput = z.output<typeof catalogueRoutes.listLaws.input>;
type Input = z.output<typeof catalogueRoutes.listMappings.input>;

/** The bureau's library of laws, as rules judge citations by it. */
export async function lawsOf(db: Db): Promise<readonly LawEdition[]> {
  return (await loadLibrary(db, 'law')).map(({ record }) => record);
}

/** 法律依据库: by title, the newest edition first. */
export async function listLaws(db: Db, input: LawsInput) {
  const stored = await loadItems(db);
  const laws = (await loadLibrary(db, 'law')).map(({ record, version }) => ({
    ...record,
    version,
    citedBy: stored
      .filter(({ item }) =>
        item.legalBases.some(
          (basis) =>
            plainTitle(basis.title) === plainTitle(record.title) &&
            (basis.revision === '' ? basis.number === record.number : basis.revision === record.revision),
        ),
      )
      .map(({ item: { id, no, title } }) => ({ id, no, title })),
  }));
  const wanted = laws.filter(
    (law) =>
      (input.status === undefined || law.status === input.status) &&
      holds(input.search, [law.title, law.number, law.revision]),
  );
  wanted.sort((a, b) => byText(plainTitle(a.title), plainTitle(b.title)) || byText(b.from ?? '', a.from ?? ''));
  return pageOfRows(wanted, input);
}

export async function listMappings(db: Db, input: Input) {
  const stored = await loadItems(db);
  const rows = (await loadLibrary(db, 'mapping'))
    .map(({ record }) => ({
      ...record,
      itemNo: stored.find(({ item }) => item.title === record.title)?.item.no ?? null,
    }))
    .filter((row) => holds(input.search, [row.title, row.dutyItem, row.dutyCode, row.provinceItem ?? '']));
  rows.sort((a, b) => (a.itemNo ?? 1e9) - (b.itemNo ?? 1e9) || byText(a.title, b.title));
  return pageOfRows(rows, input);
}

export async function listHazards(db: Db, input: Input) {
  const stored = await loadItems(db);
  const rows = (await loadLibrary(db, 'hazard'))
    .filter(({ record }) => holds(input.search, [record.code, record.text, record.industry, record.standard]))
    .map(({ record }) => ({
      ...record,
      points: stored.flatMap(({ item }) =>
        item.checkItems
          .filter((point) => point.hazards.includes(record.code))
          .map((point) => ({ itemId: item.id, itemNo: item.no, pointNo: point.no })),
      ),
    }));
  return pageOfRows(rows, input);
}

function holds(search: string | undefined, texts: readonly string[]): boolean {
  return search === undefined || search === '' || texts.some((text) => text.includes(search));
}
