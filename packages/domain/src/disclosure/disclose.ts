import type { Actor } from '../account/actor.ts';
import type { InspectionId } from '../id.ts';
import type { PolicyValues } from '../policy/index.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { CalendarDate, Instant } from '../time.ts';
import { dateOf } from '../time.ts';
import type { Disclosure, DisclosureAct, DisclosureStep } from './state.ts';

export type ResultDisclosed = {
  readonly type: 'result-disclosed';
  readonly inspectionId: InspectionId;
  readonly act: DisclosureAct;
  readonly last: CalendarDate;
  /** Late results are disclosed all the same and stay marked as late. */
  readonly late: boolean;
};

export type DisclosureRefusal =
  | { readonly code: 'disclosure-not-found' }
  | { readonly code: 'disclosure-stale' }
  | { readonly code: 'draw-still-sealed'; readonly drawNo: number }
  | { readonly code: 'not-yet-approved'; readonly step: DisclosureStep }
  | { readonly code: 'disclosed-already'; readonly by: string; readonly at: Instant }
  | { readonly code: 'not-the-publisher'; readonly publisher: Publisher };

export type Publisher = PolicyValues['disclosure.publisher'];

/** 公示 — of a result that passed its reviews; afterwards it can only be corrected, visibly. */
export function discloseResult(
  disclosure: Disclosure,
  actor: Actor,
  publisher: Publisher,
  last: CalendarDate,
  now: Instant,
): Result<ResultDisclosed, DisclosureRefusal> {
  if (disclosure.status === 'disclosed')
    return refuse({ code: 'disclosed-already', by: disclosure.disclosed.name, at: disclosure.disclosed.at });
  const { facts } = disclosure;
  if (facts.step !== 'approved') return refuse({ code: 'not-yet-approved', step: facts.step });
  if (!mayPublish(publisher, actor, facts.team)) return refuse({ code: 'not-the-publisher', publisher });
  return ok({
    type: 'result-disclosed',
    inspectionId: facts.inspectionId,
    act: { personId: actor.personId, name: actor.name, at: now },
    last,
    late: dateOf(now) > last,
  });
}

export function evolveDisclosure(disclosure: Disclosure, event: ResultDisclosed): Disclosure {
  return { status: 'disclosed', facts: disclosure.facts, disclosed: event.act };
}

/** 谁检查、谁录入、谁公开 (YS-05) and its kin; the legal section, which reviews everything, may always publish. */
function mayPublish(publisher: Publisher, actor: Actor, team: Disclosure['facts']['team']): boolean {
  if (actor.roles.includes('legalClerk')) return true;
  const inspected = actor.inspectorId !== null && team.includes(actor.inspectorId);
  const leads = actor.roles.includes('sectionChief');
  switch (publisher) {
    case 'inspector':
      return inspected;
    case 'section':
      return leads;
    case 'enforcer':
      return inspected || leads;
    case 'legal-section':
      return false;
  }
}
