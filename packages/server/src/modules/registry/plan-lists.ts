import {
  type CalendarDate,
  dateOf,
  employmentTitles,
  ineligibilitiesOn,
  type PlanLists,
  standsInBase,
  subjectStatuses,
} from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import { inspectorsOn } from './inspector-queries.ts';
import { inspectorOf } from './inspector-store.ts';
import { namesOf } from './names.ts';
import type { RegistryPorts } from './ports.ts';
import { subjectsOn } from './subject-queries.ts';

/** Who is inspected and who inspects, by name, now or as of the end of a day: the annexes of a supervision plan. */
export async function planLists(ports: RegistryPorts, db: Db, asOf: CalendarDate | undefined): Promise<PlanLists> {
  const { sections, section } = await namesOf(ports, db);
  const sectionOf = (id: string | null) => section(id) ?? '';
  const units = await subjectsOn(db, asOf)
    .where('subject.bureau_id', '=', db.bureauId)
    .where('subject.status', 'in', subjectStatuses.filter(standsInBase))
    .selectAll()
    .orderBy('subject.sector')
    .orderBy('subject.code')
    .execute();
  const inspectors = await inspectorsOn(db, asOf).where('inspector.bureau_id', '=', db.bureauId).selectAll().execute();
  const on = asOf ?? dateOf(db.now);
  const place = (id: string | null) => sections.findIndex((one) => one.id === id);
  return {
    units: units.map((row) => ({
      name: row.name,
      address: row.address,
      sector: row.sector,
      level: row.priority,
      section: sectionOf(row.section_id),
    })),
    inspectors: inspectors
      .filter((row) => ineligibilitiesOn(inspectorOf(row, {}), on).every(({ code }) => code === 'on-leave'))
      .sort((a, b) => place(a.section_id) - place(b.section_id) || (a.certificate_no < b.certificate_no ? -1 : 1))
      .map((row) => ({
        section: sectionOf(row.section_id),
        name: row.name,
        certificate: row.certificate_no,
        employment: employmentTitles[row.employment],
        sectors: row.qualifications,
      })),
  };
}
