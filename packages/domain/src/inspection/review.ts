import type { Actor } from '../account/actor.ts';
import type { Role } from '../account/role.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import type { InspectionEvent, InspectionRefusal } from './event.ts';
import { personalDataIn } from './redaction.ts';
import type { Inspection } from './state.ts';
import { inspectionAct, isOnTheTeam } from './visit.ts';

type Decision<Type extends InspectionEvent['type']> = Result<
  Extract<InspectionEvent, { type: Type }>,
  InspectionRefusal
>;

/** 确认结果 — by the section's chief, who was not there himself: nobody confirms his own record. */
export function confirmOutcome(inspection: Inspection, actor: Actor, now: Instant): Decision<'outcome-confirmed'> {
  if (inspection.status !== 'awaiting-confirmation')
    return refuse({ code: 'inspection-in-other-state', status: inspection.status });
  if (wasThere(inspection, actor)) return refuse({ code: 'own-outcome' });
  return ok({ type: 'outcome-confirmed', inspectionId: inspection.id, act: inspectionAct(actor, now) });
}

/** Whose turn it is to read the record in each state. */
const readers: {
  readonly [S in Inspection['status']]?: { readonly role: Role; readonly by: 'confirmation' | 'legal-review' };
} = {
  'awaiting-confirmation': { role: 'sectionChief', by: 'confirmation' },
  'awaiting-legal-review': { role: 'legalClerk', by: 'legal-review' },
};

/** 退回补正 — by whoever reads the record now, with the reason the inspectors need. */
export function returnOutcome(
  inspection: Inspection,
  actor: Actor,
  reason: string,
  now: Instant,
): Decision<'outcome-returned'> {
  const reader = readers[inspection.status];
  if (reader === undefined) return refuse({ code: 'inspection-in-other-state', status: inspection.status });
  if (!actor.roles.includes(reader.role)) return refuse({ code: 'return-is-not-yours', status: inspection.status });
  const returned = { by: reader.by, reason: reason.trim(), act: inspectionAct(actor, now) };
  return ok({ type: 'outcome-returned', inspectionId: inspection.id, returned });
}

/** 法制审核通过 with 脱敏检查 (ZZ-16, N-06, N-24): the public text is fixed here and holds no personal number. */
export function reviewOutcome(
  inspection: Inspection,
  actor: Actor,
  publicFindings: string,
  now: Instant,
): Decision<'inspection-reviewed'> {
  if (inspection.status !== 'awaiting-legal-review')
    return refuse({ code: 'inspection-in-other-state', status: inspection.status });
  if (wasThere(inspection, actor)) return refuse({ code: 'own-outcome' });
  if (inspection.confirmed.personId === actor.personId) return refuse({ code: 'confirmed-by-you' });
  const text = publicFindings.trim();
  if (inspection.outcome.category.finding && text === '')
    return refuse({ code: 'findings-missing', category: inspection.outcome.category.label });
  if (!inspection.outcome.category.finding && text !== '')
    return refuse({ code: 'findings-without-finding', category: inspection.outcome.category.label });
  const found = personalDataIn(text);
  if (found.length > 0) return refuse({ code: 'personal-data-left', found });
  return ok({
    type: 'inspection-reviewed',
    inspectionId: inspection.id,
    review: { publicFindings: text, act: inspectionAct(actor, now) },
  });
}

/** 已公示 — follows the disclosure, which decides. */
export function markDisclosed(inspection: Inspection, actor: Actor, now: Instant): Decision<'result-disclosed'> {
  if (inspection.status !== 'awaiting-disclosure')
    return refuse({ code: 'inspection-in-other-state', status: inspection.status });
  return ok({ type: 'result-disclosed', inspectionId: inspection.id, act: inspectionAct(actor, now) });
}

function wasThere(inspection: Inspection, actor: Actor): boolean {
  if (isOnTheTeam(inspection.team, actor)) return true;
  return 'outcome' in inspection && inspection.outcome.recorded.personId === actor.personId;
}
