import type { FilterNames } from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import type { DrawPorts } from './ports.ts';

/** The bureau's words for the codes that stand in a filter; a code nobody knows any more stands as it is. */
export async function filterNames(ports: DrawPorts, db: Db): Promise<FilterNames> {
  const { sectors } = await ports.policy(db, null);
  const labels = new Map(sectors.map(({ code, label }) => [code, label]));
  const sections = new Map((await ports.sections(db)).map(({ id, name }) => [id, name]));
  const { subject } = await ports.terms(db);
  return { subject, sector: (code) => labels.get(code) ?? code, section: (id) => sections.get(id) ?? id };
}
