import type { InspectionView } from '@mingchou/contract';
import {
  type Actor,
  type Checklist,
  dateOf,
  type Inspection,
  type InspectionId,
  isOnTheTeam,
  personalDataIn,
  redacted,
} from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import type { InspectionPorts } from './ports.ts';
import { isClosedTo } from './queries.ts';
import { loadInspection } from './store.ts';

/** 一户检查 as the desk shows it, with what this person may do now. */
export async function showInspection(
  ports: InspectionPorts,
  db: Db,
  actor: Actor,
  id: InspectionId,
): Promise<InspectionView | undefined> {
  const found = await loadInspection(db, id);
  if (found === undefined || (await isClosedTo(ports, db, actor, found))) return undefined;
  const { inspection, origin, checklist, version } = found;
  const { taskId, drawId, year, drawNo, drawKind = 'committed', taskName, objects, dueOn } = origin;
  const { categories } = await ports.policy(db, null);
  return {
    id,
    version,
    visitId: inspection.visitId,
    status: inspection.status,
    subject: inspection.subject,
    place: origin.place,
    origin: { taskId, drawId, year, drawNo, drawKind, taskName, objects, dueOn },
    team: [...inspection.team],
    dispatchedAt: inspection.dispatchedAt,
    begun: 'begun' in inspection ? inspection.begun : null,
    checklist: writtenOut(checklist),
    outcome: 'outcome' in inspection ? outcomeOf(inspection.outcome) : null,
    confirmed: 'confirmed' in inspection ? inspection.confirmed : null,
    returned: 'returned' in inspection ? inspection.returned : null,
    review: 'review' in inspection ? inspection.review : null,
    disclosed: inspection.status === 'disclosed' ? inspection.disclosed : null,
    withdrawn: inspection.status === 'withdrawn' ? inspection.withdrawn : null,
    mySeat: mySeatOf(inspection, actor),
    categories: [...categories],
    redaction: redactionOf(inspection),
    today: dateOf(db.now),
    actions: actionsOf(inspection, actor),
  };
}

function outcomeOf(outcome: Extract<Inspection, { outcome: unknown }>['outcome']): InspectionView['outcome'] {
  const { inspectors, respondent } = outcome.signatures;
  return { ...outcome, points: [...outcome.points], signatures: { inspectors: [...inspectors], respondent } };
}

function writtenOut({ edition, items }: Checklist): InspectionView['checklist'] {
  return {
    edition,
    items: items.map(({ itemId, title, department, points }) => ({
      ...{ itemId, title, department },
      points: points.map((point) => ({ ...point, hazards: [...point.hazards] })),
    })),
  };
}

function redactionOf(inspection: Inspection): InspectionView['redaction'] {
  if (!('outcome' in inspection)) return null;
  const { findings } = inspection.outcome;
  return { found: [...personalDataIn(findings)], suggestion: redacted(findings) };
}

/** Which buttons the page shows; the decisions themselves are made again when one is pressed. */
function actionsOf(inspection: Inspection, actor: Actor): InspectionView['actions'] {
  const there = isOnTheTeam(inspection.team, actor);
  const chief = actor.roles.includes('sectionChief') && !there;
  const legal = actor.roles.includes('legalClerk') && !there;
  switch (inspection.status) {
    case 'awaiting':
      return there ? ['start'] : [];
    case 'begun':
    case 'returned':
      return there ? ['record'] : [];
    case 'awaiting-confirmation':
      return chief ? ['confirm', 'return'] : [];
    case 'awaiting-legal-review':
      return legal ? ['review', 'return'] : [];
    case 'awaiting-disclosure':
    case 'disclosed':
    case 'withdrawn':
      return [];
  }
}

/** Before the visit begins an inspector may ask to be replaced. */
function mySeatOf({ status, team }: Inspection, actor: Actor): number | null {
  const mine = team.find(({ inspectorId }) => inspectorId === actor.inspectorId);
  return status === 'awaiting' ? (mine?.seat ?? null) : null;
}
