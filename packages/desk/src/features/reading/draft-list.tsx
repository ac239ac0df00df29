import { Icon, Panel, StateText } from '../../design/index.ts';
import { DraftFields } from './draft-fields.tsx';
import type { ReviewActs } from './review-acts.ts';
import { fateOf, openIn, type ShownDraft, type ShownReading, type Spot } from './shown-reading.ts';

const groups = [
  ['head', '标题与文号', '新建计划时用'],
  ['row', '任务', '列入计划草稿'],
  ['item', '事项', '列入清单，不公布'],
  ['promise', '文件的要求', '只供对照本局规则'],
] as const;

interface DraftListProps {
  readonly shown: ShownReading;
  readonly spot: Spot | undefined;
  readonly onSpot: (spot: Spot | undefined) => void;
  readonly acts: ReviewActs | undefined;
}

/** What was read, by what it becomes; one draft is open with its values. */
export function DraftList({ shown, spot, onSpot, acts }: DraftListProps) {
  return (
    <>
      {groups.map(([kind, title, sub]) => {
        const drafts = shown.reading.drafts.filter((draft) => draft.kind === kind);
        if (drafts.length === 0) return null;
        return (
          <Panel key={kind} title={kind === 'head' ? title : `${title} ${drafts.length}`} sub={sub}>
            <ul className="drafts">
              {drafts.map((draft) => (
                <li key={draft.key} className={spot?.draft === draft.key ? 'open' : undefined}>
                  <DraftHead
                    shown={shown}
                    draft={draft}
                    open={spot?.draft === draft.key}
                    onToggle={() => onSpot(spot?.draft === draft.key ? undefined : firstSpot(draft))}
                  />
                  {spot?.draft === draft.key && (
                    <DraftFields
                      draft={draft}
                      spot={spot}
                      onSpot={onSpot}
                      acts={fateOf(shown, draft) === 'open' ? acts : undefined}
                    />
                  )}
                </li>
              ))}
            </ul>
          </Panel>
        );
      })}
    </>
  );
}

/** The first value that waits, else the first that says something. */
function firstSpot(draft: ShownDraft): Spot | undefined {
  const waiting = draft.fields.find(({ state }) => state === 'missing' || state === 'unsure' || state === 'repaired');
  const field = waiting ?? draft.fields.find(({ text }) => text !== '') ?? draft.fields[0];
  return field === undefined ? undefined : { draft: draft.key, field: field.key };
}

function DraftHead({
  shown,
  draft,
  open,
  onToggle,
}: {
  readonly shown: ShownReading;
  readonly draft: ShownDraft;
  readonly open: boolean;
  readonly onToggle: () => void;
}) {
  return (
    <button type="button" className="draft-head" aria-expanded={open} onClick={onToggle}>
      <span className="draft-title">{draft.title}</span>
      <span className="draft-place">{draft.place}</span>
      <span className="draft-state">
        <Fate shown={shown} draft={draft} />
      </span>
      <Icon name="chevron" />
    </button>
  );
}

function Fate({ shown, draft }: { readonly shown: ShownReading; readonly draft: ShownDraft }) {
  const fate = fateOf(shown, draft);
  const open = openIn(draft);
  if (fate === 'shown') return null;
  if (fate === 'accepted') return <StateText kind="done">已列入</StateText>;
  if (fate === 'listed') return <StateText kind="none">清单已有</StateText>;
  if (open > 0) return <StateText kind="soon">{open}处待核对</StateText>;
  return <StateText kind="done">{draft.kind === 'head' ? '已读全' : '可列入'}</StateText>;
}
