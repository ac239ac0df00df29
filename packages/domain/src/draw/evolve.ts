import { unreachable } from '../result.ts';
import type { Amended, AmendmentRequest } from './amendment.ts';
import type {
  AmendmentDeclined,
  DrawAmended,
  DrawEvent,
  DesignOverrideApproved,
  DrawPrepared,
  OverrideApproved,
  OverrideDeclined,
  OverrideRequested,
} from './event.ts';
import type { Instant } from '../time.ts';
import type { ExclusionOverride } from './exclusion.ts';
import { overridesOf } from './override.ts';
import type { DesignOverride, RandomSource } from './setup.ts';
import type { CollectingDraw, Draw, LiveDraw, PreparingDraw } from './state.ts';

export function newDraw(event: DrawPrepared): PreparingDraw {
  return {
    status: 'preparing',
    id: event.drawId,
    taskId: event.taskId,
    drawNo: event.drawNo,
    replaces: event.replaces,
    round: event.round,
    setup: event.setup,
    sources: event.sources,
    openAt: event.openAt,
    prepared: event.act,
    voidRequest: null,
    ...(event.sealing === undefined ? {} : { sealing: event.sealing }),
  };
}

/** The draw after an event that a rule decided on; an event that does not fit the state is a bug. */
export function evolveDraw(draw: LiveDraw, event: Exclude<DrawEvent, DrawPrepared>): Draw {
  switch (event.type) {
    case 'witness-link-issued':
      return draw;
    case 'witness-sealed':
      return { ...draw, sources: draw.sources.map((source) => seal(source, event)) };
    case 'exclusion-override-requested':
    case 'exclusion-override-approved':
    case 'exclusion-override-declined':
      return draw.status === 'preparing' ? { ...draw, overrides: overridesAfter(draw, event) } : misfit(draw, event);
    case 'draw-redesigned':
      return { ...draw, setup: event.setup };
    case 'draw-override-approved':
      return { ...draw, setup: { ...draw.setup, override: approved(draw, event) } };
    case 'draw-override-declined':
      return { ...draw, setup: { ...draw.setup, override: null } };
    case 'draw-void-requested':
      return { ...draw, voidRequest: { reason: event.reason, text: event.text, applicant: event.act } };
    case 'draw-void-declined':
      return { ...draw, voidRequest: null };
    case 'draw-voided':
      return draw.voidRequest === null
        ? misfit(draw, event)
        : { status: 'voided', was: draw, voided: { ...draw.voidRequest, approver: event.act } };
    default:
      return advance(draw, event);
  }
}

type Advance = Exclude<
  DrawEvent,
  {
    type:
      | 'draw-prepared'
      | 'draw-redesigned'
      | `draw-override${string}`
      | `exclusion-${string}`
      | 'witness-link-issued'
      | 'witness-sealed'
      | `draw-void${string}`;
  }
>;

function advance(draw: LiveDraw, event: Advance): Draw {
  switch (event.type) {
    case 'roster-frozen':
      if (draw.status !== 'preparing') return misfit(draw, event);
      return { ...draw, status: 'frozen', figures: event.figures, checks: event.checks, frozen: event.act };
    case 'commitment-published': {
      if (draw.status !== 'frozen') return misfit(draw, event);
      const commitment = { c: event.c, logIndex: event.logIndex, act: event.act };
      return { ...draw, status: 'committed', openAt: event.openAt, commitment };
    }
    case 'dice-recorded': {
      const dice = { digits: event.digits, typed: event.act, confirmed: null };
      return { ...collecting(draw, event), dice };
    }
    case 'dice-confirmed':
      if (draw.status !== 'collecting' || draw.dice === null) return misfit(draw, event);
      return { ...draw, dice: { ...draw.dice, confirmed: event.act } };
    case 'lottery-recorded': {
      const now = collecting(draw, event);
      const others = (now.lotteries ?? []).filter(({ lottery }) => lottery !== event.lottery);
      const { lottery, numbers, act } = event;
      return { ...now, lotteries: [...others, { lottery, numbers, typed: act, confirmed: null }] };
    }
    case 'lottery-confirmed': {
      if (draw.status !== 'collecting') return misfit(draw, event);
      const lotteries = (draw.lotteries ?? []).map((one) =>
        one.lottery === event.lottery ? { ...one, confirmed: event.act } : one,
      );
      return { ...draw, lotteries };
    }
    case 'witness-revealed': {
      const now = collecting(draw, event);
      const reveal = { witness: event.witness, value: event.value, at: event.at };
      return { ...now, reveals: [...now.reveals, reveal] };
    }
    case 'drand-recorded': {
      const { signature, at, pasted } = event;
      return { ...collecting(draw, event), drand: { signature, at, pasted } };
    }
    case 'draw-completed':
      if (draw.status !== 'collecting') return misfit(draw, event);
      return { ...draw, status: 'drawn', result: event.result, drawn: event.act };
    case 'draw-dispatched':
      if (draw.status !== 'drawn') return misfit(draw, event);
      return { ...draw, status: 'dispatched', dispatched: event.act };
    case 'draw-unsealed':
      if (draw.status !== 'drawn' && draw.status !== 'dispatched') return misfit(draw, event);
      return { ...draw, unsealed: { act: event.act, early: event.early } };
    default:
      return amended(draw, event);
  }
}

type Amending = Extract<Advance, { type: `amendment-${string}` | 'draw-amended' | 'seat-decided' }>;

function amended(draw: LiveDraw, event: Amending): Draw {
  if (draw.status !== 'drawn' && draw.status !== 'dispatched') return misfit(draw, event);
  switch (event.type) {
    case 'amendment-requested':
      return { ...draw, requests: [...(draw.requests ?? []), event.request] };
    case 'amendment-declined':
      return { ...draw, requests: decided(draw, event, false) };
    case 'draw-amended': {
      const { request, lines, office, act: approver } = event;
      const amendments = [...(draw.amendments ?? []), { request, lines, office, approver }];
      return { ...draw, requests: decided(draw, event, true), amendments };
    }
    case 'seat-decided':
      return { ...draw, seatDecisions: [...(draw.seatDecisions ?? []), event.decision] };
    default:
      return unreachable(event);
  }
}

function decided(
  draw: Amended,
  { request: no, text, act }: AmendmentDeclined | DrawAmended,
  approved: boolean,
): readonly AmendmentRequest[] {
  return (draw.requests ?? []).map((one) => (one.no === no ? { ...one, decided: { approved, text, act } } : one));
}

function approved(draw: LiveDraw, event: DesignOverrideApproved): DesignOverride {
  const { override } = draw.setup;
  return override === null ? misfit(draw, event) : { ...override, approved: event.act };
}

/** The draw with its first number coming in, whichever source it is from. */
function collecting(draw: LiveDraw, event: DrawEvent): CollectingDraw {
  if (draw.status === 'committed') return { ...draw, status: 'collecting', dice: null, reveals: [] };
  return draw.status === 'collecting' ? draw : misfit(draw, event);
}

function overridesAfter(
  draw: PreparingDraw,
  event: OverrideRequested | OverrideApproved | OverrideDeclined,
): readonly ExclusionOverride[] {
  const overrides = overridesOf(draw);
  if (event.type === 'exclusion-override-requested') {
    return [...overrides, { ...event.override, applicant: event.act, decision: null }];
  }
  const decision =
    event.type === 'exclusion-override-approved'
      ? { kind: 'approved' as const, text: null, act: event.act }
      : { kind: 'declined' as const, text: event.text, act: event.act };
  return overrides.map((one) => (one.no === event.no ? { ...one, decision } : one));
}

function seal(
  source: RandomSource,
  event: { readonly witness: string; readonly commitment: string; readonly at: Instant },
) {
  if (source.kind !== 'witness' || source.id !== event.witness) return source;
  return { ...source, sealed: { commitment: event.commitment, at: event.at } };
}

function misfit(draw: LiveDraw, event: DrawEvent): never {
  throw new Error(`${event.type} does not follow ${draw.status}`);
}
