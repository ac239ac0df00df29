import type { InspectionView } from '@mingchou/contract';
import { periodText, type PointMark, pointMarks, pointMarkTerms } from '@mingchou/domain';
import { Fragment, type ReactNode } from 'react';
import { Button, StateText } from '../../design/index.ts';
import { LongTextField, useField, useFormValues, useSetValue } from '../../form/index.ts';
import './check-list.css';
import {
  asksWords,
  countsOf,
  type ListPart,
  type ListPoint,
  markIn,
  markKey,
  partsOf,
  textKey,
  wordsIn,
} from './check-list.ts';

type Checklist = InspectionView['checklist'];

/** 逐条记录: every point of the list frozen with the dispatch, in its groups, with four equal answers. */
export function CheckListFields({ checklist }: { readonly checklist: Checklist }) {
  const values = useFormValues();
  if (checklist.items.length === 0) return null;
  const counts = countsOf(checklist, values);
  return (
    <div className="check-list" role="group" aria-label="检查表">
      <p className="check-list-counts">
        <b>检查表</b>
        <span>
          {counts.left === 0 ? `共${counts.all}条，都已记录` : `共${counts.all}条，还有${counts.left}条没有记`}
        </span>
        <span className="second">
          {pointMarks.map((mark) => `${pointMarkTerms[mark]}${counts.of(mark)}`).join('　')}
        </span>
        {counts.left > 0 && <RestUnchecked checklist={checklist} left={counts.left} />}
      </p>
      <Parts checklist={checklist}>{(part, point) => <PointField itemId={part.itemId} point={point} />}</Parts>
      {counts.of('unchecked') > 0 && (
        <LongTextField
          name="uncheckedReason"
          label="未查的原因"
          rows={2}
          maxLength={500}
          hint="如已停业、无法进入现场、不配合检查"
        />
      )}
    </div>
  );
}

/** Nobody could get in: what is still open is 未查 in one go, with one reason. */
function RestUnchecked({ checklist, left }: { readonly checklist: Checklist; readonly left: number }) {
  const values = useFormValues();
  const set = useSetValue();
  const mark = () => {
    for (const { itemId, points } of checklist.items) {
      for (const { no } of points) if (markIn(values, itemId, no) === undefined) set(markKey(itemId, no), 'unchecked');
    }
  };
  return (
    <Button look="text" onPress={mark}>
      其余{left}条记为未查
    </Button>
  );
}

/** Item, group and points under one another; what differs is what stands at each point. */
function Parts({
  checklist,
  children,
}: {
  readonly checklist: Checklist;
  readonly children: (part: ListPart, point: ListPoint) => ReactNode;
}) {
  return partsOf(checklist).map((part) => (
    <Fragment key={`${part.itemId} ${part.points[0]?.no ?? 0}`}>
      {part.item !== null && checklist.items.length > 1 && <h3 className="check-list-item">{part.item}</h3>}
      {part.group !== '' && <h4>{part.group}</h4>}
      <ol>
        {part.points.map((point) => (
          <li key={point.no}>{children(part, point)}</li>
        ))}
      </ol>
    </Fragment>
  ));
}

function PointField({ itemId, point }: { readonly itemId: string; readonly point: ListPoint }) {
  const { id, value, set } = useField(markKey(itemId, point.no));
  const mark = pointMarks.find((each) => each === value);
  return (
    <>
      <div className="check-point" role="radiogroup" aria-labelledby={`${id}-text`}>
        <div>
          <span id={`${id}-text`}>
            {point.no}．{point.text}
          </span>
          {point.evidence !== '' && <p className="second">取证：{point.evidence}</p>}
        </div>
        <div className="check-marks">
          {pointMarks.map((each) => (
            <label key={each} className="choice">
              <input type="radio" name={id} checked={value === each} onChange={() => set(each)} />
              <span>{pointMarkTerms[each]}</span>
            </label>
          ))}
        </div>
      </div>
      {mark === 'pass' && !asksWords(point, mark) && point.pass !== '' && (
        <p className="second check-words">记录为：{point.pass}</p>
      )}
      {mark !== undefined && asksWords(point, mark) && <WordsField itemId={itemId} point={point} mark={mark} />}
    </>
  );
}

/** The standard wording stands ready; what it leaves open as ____ is filled in on the spot. */
function WordsField({
  itemId,
  point,
  mark,
}: {
  readonly itemId: string;
  readonly point: ListPoint;
  readonly mark: PointMark;
}) {
  const { id, set } = useField(textKey(itemId, point.no));
  const words = wordsIn(useFormValues(), itemId, point, mark);
  const measure = [point.measure, periodText(point.days)].filter((part) => part !== '').join('，');
  return (
    <div className="check-words field">
      <label htmlFor={id}>{mark === 'fail' ? '问题' : '记录'}</label>
      <textarea id={id} rows={2} maxLength={1000} value={words} onChange={(event) => set(event.target.value)} />
      {words.includes('____') && <StateText kind="soon">把「____」改成现场的情况</StateText>}
      {mark === 'fail' && (measure !== '' || point.hazards.length > 0) && (
        <p className="field-hint">
          {measure !== '' && `处理：${measure}`}
          {point.hazards.length > 0 && `　对照重大事故隐患：${point.hazards.join('、')}`}
        </p>
      )}
    </div>
  );
}

const markLooks = { pass: 'done', fail: 'late', 'not-applicable': 'none', unchecked: 'not-begun' } as const;

/** 逐条结果, for whoever reads the record; before the record, the list that will be gone through. */
export function CheckListRecord({ view }: { readonly view: InspectionView }) {
  const { checklist, outcome } = view;
  const results = outcome?.points ?? [];
  const resultOf = (itemId: string, no: number) => results.find((each) => each.itemId === itemId && each.no === no);
  return (
    <div className="check-list">
      <Parts checklist={checklist}>
        {(part, point) => {
          const result = resultOf(part.itemId, point.no);
          return (
            <>
              <div className="check-point">
                <span>
                  {point.no}．{point.text}
                </span>
                {result !== undefined && (
                  <StateText kind={markLooks[result.mark]}>{pointMarkTerms[result.mark]}</StateText>
                )}
              </div>
              {result !== undefined && result.text !== '' && <p className="second check-words">{result.text}</p>}
            </>
          );
        }}
      </Parts>
      {outcome !== null && outcome.uncheckedReason !== '' && (
        <p>
          <StateText kind="soon">未查的原因：{outcome.uncheckedReason}</StateText>
        </p>
      )}
    </div>
  );
}

/** 共22条：符合20　不符合2 */
export function resultWords(outcome: NonNullable<InspectionView['outcome']>): string {
  const count = (mark: PointMark) => outcome.points.filter((point) => point.mark === mark).length;
  const told = pointMarks.filter((mark) => count(mark) > 0).map((mark) => `${pointMarkTerms[mark]}${count(mark)}`);
  return `共${outcome.points.length}条：${told.join('　')}`;
}
