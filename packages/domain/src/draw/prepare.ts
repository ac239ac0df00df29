import type { Actor } from '../account/actor.ts';
import type { DrawId, TaskId } from '../id.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import { entropyOfAll, isEntropyEnough } from './entropy.ts';
import type { DrawPrepared } from './event.ts';
import type { DrawRefusal } from './refusal.ts';
import type { DrawSetup, RandomSource } from './setup.ts';
import type { DrawAct, LiveDraw } from './state.ts';

export interface WitnessName {
  readonly name: string;
  readonly organisation: string;
}

export interface PrepareDraw {
  readonly drawId: DrawId;
  readonly taskId: TaskId;
  readonly taskStatus: string;
  /** The bureau's highest number so far, voided draws included; 0 before the first. */
  readonly lastDrawNo: number;
  /** C of the void draw of the same task, if one was voided after its commitment. */
  readonly replaces: string | null;
  readonly setup: DrawSetup;
  readonly digits: number;
  readonly leastWitnesses: number;
  readonly witnesses: readonly WitnessName[];
  readonly openAt: Instant;
}

/** The act of a person now. */
export function actOf(actor: Actor, now: Instant): DrawAct {
  return { personId: actor.personId, name: actor.name, at: now };
}

/** Prepares the next draw of the bureau: number, rules and who will bring randomness, before anything is frozen. */
export function prepareDraw(command: PrepareDraw, actor: Actor, now: Instant): Result<DrawPrepared, DrawRefusal> {
  const { setup, openAt } = command;
  if (!actor.roles.includes(setup.operatorRole))
    return refuse({ code: 'not-the-operator', operator: setup.operatorRole });
  if (command.taskStatus !== 'planned') return refuse({ code: 'task-not-ready', status: command.taskStatus });
  if (command.witnesses.length < command.leastWitnesses) {
    return refuse({ code: 'witnesses-too-few', least: command.leastWitnesses });
  }
  // 行政处罚法第四十二条: two inspectors a visit are a legal floor, no policy goes below.
  if (setup.seats.length < 2) return refuse({ code: 'team-too-small', seats: setup.seats.length });
  if (openAt <= now) return refuse({ code: 'opening-not-in-future', openAt });

  const sources = sourcesOf(command.digits, command.witnesses);
  if (!isEntropyEnough(sources)) {
    const { total, withoutOne } = entropyOfAll(sources);
    return refuse({ code: 'entropy-too-small', milliBits: total, withoutOne });
  }
  return ok({
    type: 'draw-prepared',
    drawId: command.drawId,
    taskId: command.taskId,
    drawNo: command.lastDrawNo + 1,
    replaces: command.replaces,
    setup,
    sources,
    openAt,
    act: actOf(actor, now),
  });
}

function sourcesOf(digits: number, witnesses: readonly WitnessName[]): RandomSource[] {
  const dice: RandomSource = { kind: 'dice', by: 'hall', digits };
  return [
    dice,
    ...witnesses.map(
      ({ name, organisation }, index): RandomSource => ({
        kind: 'witness',
        by: `P${index + 1}`,
        id: `W${index + 1}`,
        name,
        organisation,
        sealed: null,
      }),
    ),
  ];
}

/** Refusal when somebody other than the bureau's operator of draws gives the command, else undefined. */
export function refuseOthers(draw: LiveDraw, actor: Actor): DrawRefusal | undefined {
  const operator = draw.setup.operatorRole;
  return actor.roles.includes(operator) ? undefined : { code: 'not-the-operator', operator };
}
