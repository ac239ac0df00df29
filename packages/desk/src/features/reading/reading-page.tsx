import { readingRoutes } from '@mingchou/contract';
import { needsEye } from '@mingchou/domain';
import { useEffect, useState } from 'react';
import { usePathParams } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { useDesk, useMay } from '../../app/session.ts';
import {
  Button,
  Columns,
  Column,
  FindingsPanel,
  formatMoment,
  Link,
  PageHead,
  StateTag,
  Waiting,
} from '../../design/index.ts';
import { AcceptDialog } from './accept-dialog.tsx';
import { DocumentView } from './document-view.tsx';
import { DraftList } from './draft-list.tsx';
import { useReviewActs } from './review-acts.ts';
import './reading.css';
import { openSpots, type ShownReading, type Spot, stepFrom, takeable } from './shown-reading.ts';
import { useReviewKeys } from './use-review-keys.ts';

/** 核对读入的计划: the document at the left, what was read of it at the right, each value beside its place. */
export function ReadingPage() {
  const { readingId = '' } = usePathParams();
  const shown = useQueryRoute(readingRoutes.showReading, { readingId });
  if (shown.data === undefined) return <Waiting on={shown} />;
  return <Review key={readingId} shown={shown.data} />;
}

function Review({ shown }: { readonly shown: ShownReading }) {
  const { year } = useDesk();
  const may = useMay();
  const { reading } = shown;
  const [spot, setSpot] = useState<Spot | undefined>(() => stepFrom(shown, undefined, 1));
  const [taking, setTaking] = useState<readonly string[]>();
  const acts = useReviewActs(shown, setTaking);
  const open = openSpots(shown);
  const rest = takeable(shown);
  const [followed, setFollowed] = useState(false);
  const choose = (next: Spot | undefined) => {
    acts.forget();
    setSpot(next);
    setFollowed(true);
  };
  useEffect(() => {
    // Not for the value that is chosen when the page opens: its head is to be read first.
    if (followed && spot !== undefined)
      document.querySelector('.read-field.chosen')?.scrollIntoView({ block: 'nearest' });
  }, [followed, spot]);
  const confirm = async () => {
    const field = reading.drafts.find(({ key }) => key === spot?.draft)?.fields.find(({ key }) => key === spot?.field);
    if (spot === undefined || field === undefined || !needsEye(field) || field.state === 'missing') return;
    const next = stepFrom(shown, spot, 1);
    if (await acts.confirm(spot.draft, spot.field)) choose(next);
  };
  useReviewKeys({
    next: () => choose(stepFrom(shown, spot, 1) ?? spot),
    previous: () => choose(stepFrom(shown, spot, -1) ?? spot),
    confirm: () => may('confirm-values') && void confirm(),
  });
  const corrected = reading.corrected === 0 ? '' : `，改写${reading.corrected}处`;
  return (
    <>
      <PageHead
        title={reading.fileName}
        state={
          open.length === 0 ? (
            <StateTag kind="done">没有待核对的</StateTag>
          ) : (
            <StateTag kind="soon">需要人工核对{open.length}处</StateTag>
          )
        }
        meta={`${reading.readBy} ${formatMoment(reading.readAt, year)}读入${corrected}`}
        actions={
          <>
            <Link to="/plan/reading" button="plain">
              返回读入的文件
            </Link>
            {open.length > 0 && <Button onPress={() => choose(stepFrom(shown, spot, 1))}>看下一处</Button>}
            {may('accept-drafts') && rest.length > 0 && (
              <Button
                look="main"
                reason={open.length === 0 ? undefined : `还有${open.length}处没有核对`}
                onReason={() => choose(stepFrom(shown, spot, 1))}
                onPress={() => setTaking(rest.map(({ key }) => key))}
              >
                {`列入全部${rest.length}项`}
              </Button>
            )}
          </>
        }
      />
      <div className="review">
        <Columns side={396} stays="main">
          <DocumentView shown={shown} spot={spot} onSpot={choose} />
          <Column>
            <p className="hint review-keys">
              <kbd>N</kbd> 下一处　<kbd>P</kbd> 上一处　<kbd>回车</kbd> 核对无误
            </p>
            <DraftList shown={shown} spot={spot} onSpot={choose} acts={may('correct-value') ? acts : undefined} />
            <FindingsPanel
              sub="原文自身的矛盾，列入后可在计划里改"
              clear="原文没有自相矛盾的地方。"
              findings={shown.findings.map((finding) => ({
                key: finding.id,
                level: finding.severity,
                verdict: finding.verdict,
                evidence: finding.places.map(({ place, text }) => ({ place, text: shortened(text) })),
                ...(finding.detail === null ? {} : { detail: finding.detail }),
              }))}
            />
          </Column>
        </Columns>
      </div>
      {taking !== undefined && <AcceptDialog shown={shown} drafts={taking} onClose={() => setTaking(undefined)} />}
    </>
  );
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
