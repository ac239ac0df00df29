import { useState } from 'react';
import { Button, formatTime, StaleCompare } from '../../design/index.ts';
import { useFormValues, type Values } from '../../form/index.ts';
import type { ShownPlan } from './shown-plan.ts';

export interface Opened {
  /** The version to save over: the newest, unless somebody else has changed the very thing the form is about. */
  readonly version: number;
  readonly changed: boolean;
  /** Names the draft: what was typed over another state of the record is left behind, it would hide what has changed. */
  readonly mark: string;
  /** The person has seen what stands now and saves over it. */
  readonly keepMine: () => void;
}

/** A form over a part of the plan: changes elsewhere in the plan do not disturb it, changes of the part itself do. */
export function useOpened(plan: ShownPlan['plan'], part: Values): Opened {
  const [opened, setOpened] = useState({ version: plan.version, part: JSON.stringify(part) });
  const changed = opened.part !== JSON.stringify(part);
  return {
    version: changed ? opened.version : plan.version,
    changed,
    mark: markOf(opened.part),
    keepMine: () => setOpened({ version: plan.version, part: JSON.stringify(part) }),
  };
}

/** FNV-1a: short, and enough to tell two states of one record apart. */
function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}

interface ChangedProps {
  readonly plan: ShownPlan['plan'];
  readonly opened: Opened;
  /** What the record holds now, as the form's fields would show it. */
  readonly now: Values;
  readonly names: Readonly<Record<string, string>>;
  /** What a choice is called: ceil → 进一, an item's id → its title. */
  readonly words?: Readonly<Record<string, string>>;
  readonly onTakeTheirs: () => void;
}

/** 左边是您的，右边是现在的: stands in the form once somebody else has changed what it is about. */
export function Changed({ plan, opened, now, names, words = {}, onTakeTheirs }: ChangedProps) {
  const mine = useFormValues();
  if (!opened.changed) return null;
  const rows = Object.entries(now)
    .map(([name, current]) => ({ name, mine: textOf(mine[name], words), current: textOf(current, words) }))
    .filter((row) => row.mine !== row.current)
    .map((row) => ({ field: names[row.name] ?? row.name, mine: row.mine, current: row.current, same: false }));
  return (
    <StaleCompare
      sentence={`${plan.changedBy}刚在${formatTime(plan.changedAt)}改过，左边是您的，右边是现在的。`}
      rows={rows}
    >
      <Button look="small" onPress={onTakeTheirs}>
        用现在的
      </Button>
      <Button look="small" onPress={opened.keepMine}>
        以我的重新保存
      </Button>
    </StaleCompare>
  );
}

function textOf(value: unknown, words: Readonly<Record<string, string>>): string {
  const word = (one: unknown) => words[String(one)] ?? String(one);
  return Array.isArray(value) ? value.map(word).join('、') : word(value ?? '');
}
