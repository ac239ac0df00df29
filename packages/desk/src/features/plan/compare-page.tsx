import { planRoutes } from '@mingchou/contract';
import { useId, useState } from 'react';
import type { z } from 'zod';
import { usePathParams } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { formatMoment, Link, PageHead, Panel, Stack, StateText, Waiting } from '../../design/index.ts';
import './plan-page.css';
import './plan-table.css';

interface Chosen {
  readonly planId: string;
  readonly at: number | null;
}

/** 版本对照: two states of a year's plan side by side, task by task and cell by cell. */
export function ComparePage() {
  const { planId = '', withId = '' } = usePathParams();
  const [after, setAfter] = useState<Chosen>({ planId, at: null });
  const [before, setBefore] = useState<Chosen>({ planId: withId, at: null });
  const shown = useQueryRoute(planRoutes.comparePlans, {
    planId: after.planId,
    ...(after.at === null ? {} : { at: after.at }),
    withPlan: before.planId,
    ...(before.at === null ? {} : { withAt: before.at }),
  });
  if (shown.data === undefined) return <Waiting on={shown} />;
  const { difference, choices } = shown.data;
  const { totals } = difference;
  return (
    <>
      <PageHead
        title="计划版本对照"
        meta={`${difference.rows.length}项任务不同，抽取家数${totals.from}家改为${totals.to}家`}
        actions={
          <Link to={`/plan/${planId}`} button="plain">
            返回计划
          </Link>
        }
      />
      <Stack>
        <Panel title="对照的两个版本" padded>
          <div className="compare-choices">
            <Choice label="原来的" chosen={before} choices={choices} onChoose={setBefore} />
            <Choice label="修订后的" chosen={after} choices={choices} onChoose={setAfter} />
          </div>
        </Panel>
        <DifferencePanel difference={difference} />
      </Stack>
    </>
  );
}

type Reply = z.output<typeof planRoutes.comparePlans.reply>;
type Choices = Reply['choices'];

function Choice({
  label,
  chosen,
  choices,
  onChoose,
}: {
  readonly label: string;
  readonly chosen: Chosen;
  readonly choices: Choices;
  readonly onChoose: (chosen: Chosen) => void;
}) {
  const id = useId();
  const place = choices.findIndex(({ planId, at }) => planId === chosen.planId && at === chosen.at);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={place}
        onChange={(event) => {
          const next = choices[Number(event.target.value)];
          if (next !== undefined) onChoose({ planId: next.planId, at: next.at });
        }}
      >
        {choices.map(({ title, savedAt }, index) => (
          <option key={`${title}${savedAt}`} value={index}>
            {title}（{formatMoment(savedAt)}）
          </option>
        ))}
      </select>
    </div>
  );
}

const kinds = {
  added: { kind: 'info', word: '增加' },
  removed: { kind: 'none', word: '删去' },
  changed: { kind: 'draft', word: '改动' },
} as const;

/** Each task that differs: which cell, what stood there, what stands there now. */
export function DifferencePanel({ difference }: { readonly difference: Reply['difference'] }) {
  const { head, rows } = difference;
  if (rows.length === 0 && head.length === 0) {
    return (
      <Panel title="不同之处" padded>
        <p>两个版本相同，没有不同之处。</p>
      </Panel>
    );
  }
  return (
    <Panel title="不同之处" sub={`${rows.length}项任务`}>
      <table className="plain-table plan-difference">
        <thead>
          <tr>
            <th aria-label="序号" />
            <th>抽查任务</th>
            <th>项目</th>
            <th>原来</th>
            <th>修订后</th>
          </tr>
        </thead>
        <tbody>
          {head.map((field) => (
            <tr key={field.field}>
              <td />
              <td>文件</td>
              <td>{field.field}</td>
              <td>{field.from === '' ? '—' : field.from}</td>
              <td>{field.to === '' ? '—' : field.to}</td>
            </tr>
          ))}
          {rows.flatMap((row) => {
            // Of a row that came or went its name and number are enough; the sentence says them.
            const fields = row.kind === 'changed' ? row.fields : [undefined];
            return fields.map((field, index) => (
              <tr key={`${row.rowId}${field?.field ?? ''}`}>
                {index === 0 && (
                  <>
                    <td className="place" rowSpan={fields.length}>
                      {row.no}
                    </td>
                    <td rowSpan={fields.length}>
                      {row.name}
                      <div className="second">
                        <StateText kind={kinds[row.kind].kind}>{kinds[row.kind].word}</StateText>
                      </div>
                    </td>
                  </>
                )}
                {field === undefined ? (
                  <td colSpan={3}>{row.sentence}</td>
                ) : (
                  <>
                    <td>{field.field}</td>
                    <td>{field.from === '' ? '—' : field.from}</td>
                    <td>
                      <b>{field.to === '' ? '—' : field.to}</b>
                    </td>
                  </>
                )}
              </tr>
            ));
          })}
        </tbody>
      </table>
    </Panel>
  );
}
