import type { CodeMeaning, registryRoutes } from '@mingchou/contract';
import {
  type CodeJudgement,
  dateOf,
  judgeReference,
  ok,
  type ReferenceCode,
  type ReferenceListName,
} from '@mingchou/domain';
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import type { ReferenceCodeTable } from './tables.ts';

type ListInput = z.output<typeof registryRoutes.listReference.input>;

/** The code table of the bureau, abolished codes included unless a day is asked for. */
export async function listReference(db: Db, input: ListInput) {
  let list = db.db.selectFrom('reference_code').where('bureau_id', '=', db.bureauId).where('list', '=', input.list);
  const { on } = input;
  if (on !== undefined) {
    list = list
      .where((build) => build.or([build('valid_from', 'is', null), build('valid_from', '<=', on)]))
      .where((build) => build.or([build('valid_to', 'is', null), build('valid_to', '>=', on)]));
  }
  const typed = (input.search ?? '').trim().replaceAll(/[\\%_]/g, '\\$&');
  if (typed !== '') {
    list = list.where((build) => build.or([build('name', 'like', `%${typed}%`), build('code', 'like', `${typed}%`)]));
  }
  const { total } = await list.select((build) => build.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await list
    .selectAll()
    .orderBy('code')
    .orderBy('name')
    .limit(input.size)
    .offset((input.page - 1) * input.size)
    .execute();
  return ok({ rows: rows.map(referenceOf), total, page: input.page, size: input.size });
}

/** What the code means today; null where there is none. */
export async function meaningOf(db: Db, list: ReferenceListName, code: string | null): Promise<CodeMeaning | null> {
  if (code === null) return null;
  const rows = await db.db
    .selectFrom('reference_code')
    .selectAll()
    .where('bureau_id', '=', db.bureauId)
    .where('list', '=', list)
    .where('code', '=', code)
    .execute();
  return tellJudgement(judgeReference(rows.map(referenceOf), code, dateOf(db.now)));
}

export function referenceOf(row: Selectable<ReferenceCodeTable>): ReferenceCode {
  const { code, name, valid_from: from, valid_to: to, successor, source } = row;
  return { code, name, from, to, successor, source };
}

function tellJudgement(judged: CodeJudgement): CodeMeaning {
  switch (judged.verdict) {
    case 'valid':
      return { text: judged.name, question: false };
    case 'not-yet':
      return { text: `${judged.name}，${judged.from}起启用`, question: true };
    case 'abolished': {
      const now = judged.successor === null ? '' : `，现为${judged.successor}`;
      return { text: `${judged.name}，${judged.to}后已撤销${now}`, question: true };
    }
    case 'unlisted':
      return { text: '代码表里没有，代码表可能不全', question: true };
  }
}
