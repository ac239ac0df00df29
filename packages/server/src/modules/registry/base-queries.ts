import type { registryRoutes } from '@mingchou/contract';
import {
  type CalendarDate,
  ok,
  type SubjectPriority,
  standsInBase,
  stateBase,
  subjectStatuses,
  writeBase,
} from '@mingchou/domain';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import { namesOf } from './names.ts';
import type { RegistryPorts } from './ports.ts';
import { subjectsOn } from './subject-queries.ts';

/** How many objects of one sector and level stand in the 名录库. */
export interface BaseCount {
  readonly sector: string;
  readonly level: SubjectPriority;
  readonly count: number;
}

/** 底数 now, or as of the end of a day; what is closed or has moved away is not in it. */
export async function baseCounts(db: Db, asOf?: CalendarDate): Promise<readonly BaseCount[]> {
  return subjectsOn(db, asOf)
    .where('subject.bureau_id', '=', db.bureauId)
    .where('subject.status', 'in', subjectStatuses.filter(standsInBase))
    .groupBy(['subject.sector', 'subject.priority'])
    .select((build) => ['subject.sector', 'subject.priority as level', build.fn.countAll<number>().as('count')])
    .orderBy('subject.sector')
    .orderBy('subject.priority')
    .execute();
}

export async function showBase(ports: RegistryPorts, db: Db, input: z.output<typeof registryRoutes.showBase.input>) {
  const { sectors } = await namesOf(ports, db);
  const statement = stateBase(sectors, await baseCounts(db, input.asOf));
  return ok({
    asOf: input.asOf ?? null,
    text: writeBase(statement),
    total: statement.total,
    parts: [...statement.parts],
    outside: [...statement.outside],
  });
}
