import { readingRoutes } from '@mingchou/contract';
import { useState } from 'react';
import { useGo } from '../../address/address.ts';
import { useCommand } from '../../api/index.ts';
import { useDesk } from '../../app/session.ts';
import { Button, Dialog, DialogAnswers, RefusalNote } from '../../design/index.ts';
import type { ShownReading } from './shown-reading.ts';

interface AcceptDialogProps {
  readonly shown: ShownReading;
  readonly drafts: readonly string[];
  readonly onClose: () => void;
}

/** 列入: which plan takes the rows; items become unpublished items of the list. */
export function AcceptDialog({ shown, drafts, onClose }: AcceptDialogProps) {
  const go = useGo();
  const { year: deskYear, chooseYear } = useDesk();
  const accept = useCommand(readingRoutes.acceptDrafts);
  const { reading } = shown;
  const chosen = reading.drafts.filter(({ key }) => drafts.includes(key));
  const rows = chosen.filter(({ kind }) => kind === 'row').length;
  const items = chosen.filter(({ kind }) => kind === 'item').length;
  const ways = waysOf(shown, deskYear);
  const [way, setWay] = useState(ways[0]?.key);
  const into = ways.find(({ key }) => key === way);
  const what = [rows > 0 ? `${rows}项任务` : '', items > 0 ? `${items}个事项` : '']
    .filter((part) => part !== '')
    .join('、');

  const take = async () => {
    const outcome = await accept.give({
      readingId: reading.id,
      version: reading.version,
      drafts: [...drafts],
      into: rows === 0 || into === undefined ? null : into.into,
    });
    if (!outcome.ok) return;
    onClose();
    if (outcome.value.planId === null || into === undefined) return;
    chooseYear(into.year);
    go(`/plan/${outcome.value.planId}`);
  };
  return (
    <Dialog open title={`列入${what}？`} width={560} onClose={onClose}>
      {rows > 0 && (
        <fieldset className="accept-ways">
          <legend>任务列入哪份计划</legend>
          {ways.map((one) => (
            <label key={one.key}>
              <input type="radio" name="plan" checked={way === one.key} onChange={() => setWay(one.key)} />
              <span>
                {one.title}
                {one.note !== undefined && <span className="second">　{one.note}</span>}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <p className="hint">
        {items > 0 && '事项列入抽查事项清单，状态是未公布；'}
        {rows > 0 && '任务列入草稿，照常核对、审核、审批；'}
        每项都留着出处，随时可以对照原文。
      </p>
      <RefusalNote refusal={accept.refusal} />
      <DialogAnswers>
        <Button onPress={onClose}>不列入</Button>
        <Button look="main" busy={accept.pending} onPress={() => void take()}>
          {`列入${what}`}
        </Button>
      </DialogAnswers>
    </Dialog>
  );
}

/** Drafts that stand and a new plan of each year that has none: the desk's, the one after it, the document's. */
function waysOf(shown: ShownReading, deskYear: number) {
  const { plans, years, year: own } = shown;
  const standing = plans.map(({ planId, version, year, title }) => ({
    ...{ key: planId as string, year, title: `${year}年计划草稿` },
    note: noteOf(own, year) ?? title,
    into: { kind: 'plan' as const, planId, version },
  }));
  const wanted = own === null ? [deskYear, deskYear + 1] : [deskYear, deskYear + 1, own];
  const free = wanted.filter((year, at) => wanted.indexOf(year) === at && !years.includes(year));
  const begun = free.map((year) => ({
    ...{ key: `new-${year}`, year, title: `新建${year}年计划` },
    note: noteOf(own, year),
    into: { kind: 'new' as const, year },
  }));
  const nearest = (one: { readonly year: number }) => (one.year === deskYear ? 0 : one.year > deskYear ? 1 : 2);
  return [...standing, ...begun].sort((one, other) => nearest(one) - nearest(other));
}

const noteOf = (own: number | null, year: number): string | undefined =>
  own === null || own === year ? undefined : `抽查时间由${own}年移到${year}年，月日不变`;
