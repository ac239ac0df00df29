import { useState } from 'react';
import { Button, formatMoment, Icon } from '../../design/index.ts';
import type { ShownPlan } from './shown-plan.ts';

/**
 * The version a form was opened on. It stays while the person types, so that saving over somebody else's change is
 * refused; `Changed` then shows what stands now, and only the person's own choice goes on from there.
 */
export function useOpenedVersion(version: number): readonly [opened: number, goOn: (version: number) => void] {
  return useState(version);
}

interface ChangedProps {
  readonly shown: ShownPlan;
  readonly opened: number;
  /** What the record holds now, line by line. */
  readonly now: readonly string[];
  readonly onGoOn: (version: number) => void;
}

/** 左边是您的，下面是现在的: stands above the form once the plan has moved on. */
export function Changed({ shown, opened, now, onGoOn }: ChangedProps) {
  const { plan } = shown;
  if (plan.version === opened) return null;
  return (
    <div className="plan-changed" role="alert">
      <p>
        <Icon name="triangle" tone="soon" /> {plan.changedBy}在{formatMoment(plan.changedAt, plan.year)}
        改过这份计划。下面表格里是您写的，现在保存的是：
      </p>
      <ul>
        {now.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Button look="small" onPress={() => onGoOn(plan.version)}>
        在现在的版本上保存我写的
      </Button>
    </div>
  );
}
