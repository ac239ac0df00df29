import type { PortalProgress, PublicDeadline } from '@mingchou/contract';
import {
  type DisclosureDeadline,
  type DisclosureFacts,
  type DisclosureStep,
  dateOf,
  type Inspection,
  type OutcomeCategory,
  publicName,
  startEventTerms,
} from '@mingchou/domain';
import type { ResultOrigin } from './ports.ts';

/** One row of the queue as it is kept: facts for the rule, words for the desk, and what may become public. */
export interface DisclosureRecord {
  readonly facts: DisclosureFacts;
  readonly origin: ResultOrigin;
  readonly subject: { readonly code: string; readonly name: string; readonly publicName: string };
  readonly category: OutcomeCategory;
  readonly inspectors: readonly { readonly name: string; readonly certificateNo: string | null }[];
  /** Who approved, or why it was returned; for the desk only. */
  readonly stepNote: string | null;
}

const steps: { readonly [S in Inspection['status']]?: DisclosureStep } = {
  'awaiting-confirmation': 'confirmation',
  'awaiting-legal-review': 'legal-review',
  returned: 'returned',
  'awaiting-disclosure': 'approved',
};

/** The record of an inspection whose result is written down; nothing before that. */
export function recordOf(
  inspection: Inspection,
  origin: ResultOrigin,
  before: DisclosureRecord | undefined,
): DisclosureRecord | undefined {
  const step = steps[inspection.status];
  if (step === undefined || !('outcome' in inspection)) return undefined;
  const { outcome, subject, team } = inspection;
  const facts: DisclosureFacts = {
    inspectionId: inspection.id,
    step,
    endedOn: outcome.endedOn,
    // A record that was returned and written anew does not win time: the first writing counts.
    recordedOn: before?.facts.recordedOn ?? dateOf(outcome.recorded.at),
    team: team.map((member) => member.inspectorId),
    publicFindings: inspection.status === 'awaiting-disclosure' ? inspection.review.publicFindings : null,
  };
  return {
    facts,
    origin: {
      drawNo: origin.drawNo,
      ...(origin.drawKind === undefined ? {} : { drawKind: origin.drawKind }),
      year: origin.year,
      planRowNo: origin.planRowNo,
      place: origin.place,
      taskName: origin.taskName,
    },
    subject: {
      code: subject.code,
      name: subject.name,
      publicName: publicName(subject.name, subject.naturalPerson),
    },
    category: outcome.category,
    inspectors: team.map(({ name, certificateNo }) => ({ name, certificateNo })),
    stepNote: noteOf(inspection),
  };
}

function noteOf(inspection: Inspection): string | null {
  if (inspection.status === 'returned') return inspection.returned.reason;
  return inspection.status === 'awaiting-disclosure' ? `${inspection.review.act.name}已审核通过` : null;
}

/** Why a result is not public yet, in words fit for the public: never the reader's own sentence. */
const publicNotes: Readonly<Record<DisclosureStep, string>> = {
  confirmation: '检查结果待确认',
  'legal-review': '检查结果待法制审核',
  returned: '检查记录退回补正',
  approved: '审核已通过，待公示',
};

export function progressOf(
  record: DisclosureRecord,
  deadline: PublicDeadline,
  disclosedOn: string | null,
): PortalProgress {
  return {
    drawNo: record.origin.drawNo,
    drawKind: record.origin.drawKind,
    code: record.subject.code,
    name: record.subject.publicName,
    step: disclosedOn === null ? 'ended' : 'disclosed',
    endedOn: record.facts.endedOn,
    deadline,
    disclosedOn,
    note: disclosedOn === null ? publicNotes[record.facts.step] : null,
  };
}

export function publicDeadlineOf(deadline: DisclosureDeadline): PublicDeadline {
  return {
    event: deadline.event,
    startEvent: startEventTerms[deadline.startEvent],
    length: deadline.length,
    last: deadline.last,
    clause: { source: deadline.clause.source, place: deadline.clause.place },
    provisional: deadline.provisional,
  };
}
