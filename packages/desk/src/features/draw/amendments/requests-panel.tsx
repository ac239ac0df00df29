import {
  type AmendmentRequestView,
  type AmendmentsView,
  amendmentReasonTitle,
  drawRoutes,
  recusalOriginTitles,
} from '@mingchou/contract';
import { useState } from 'react';
import { Button, Dialog, formatMoment, Hash, Panel, SealWithWord, StateText, useTerms } from '../../../design/index.ts';
import { CommandForm, LongTextField } from '../../../form/index.ts';
import type { Me } from './chosen-draw.tsx';

const words = {
  recusal: { title: '回避申请', verb: '批准回避', seal: '避' },
  substitution: { title: '递补申请', verb: '批准递补', seal: '补' },
} as const;
type Kind = keyof typeof words;

/** Applications of one kind: the open ones first, each with who decides; the decided ones with what came of them. */
export function RequestsPanel({
  view,
  me,
  kind,
}: {
  readonly view: AmendmentsView;
  readonly me: Me;
  readonly kind: Kind;
}) {
  const all = view.requests.filter((request) => request.kind === kind);
  const open = all.filter(({ decided }) => decided === null);
  const closed = all.filter(({ decided }) => decided !== null).toReversed();
  return (
    <Panel title={words[kind].title} sub={`待决定${open.length}件，已决定${closed.length}件`} padded>
      {all.length === 0 && <p>没有{words[kind].title}。</p>}
      {[...open, ...closed].map((request) => (
        <RequestEntry key={request.no} view={view} request={request} me={me} />
      ))}
    </Panel>
  );
}

function RequestEntry({
  view,
  request,
  me,
}: {
  readonly view: AmendmentsView;
  readonly request: AmendmentRequestView;
  readonly me: Me;
}) {
  const { applicant, text, decided } = request;
  return (
    <section className="amend-request" aria-label={`申请${request.no}`}>
      <p>
        申请{request.no}　<b>{whatOf(view, request)}</b>
      </p>
      <p>
        {amendmentReasonTitle(request.reason)}：{text}
      </p>
      <p className="second">
        {request.kind === 'recusal' ? `${recusalOriginTitles[request.origin]}，` : ''}
        {applicant.name}，{formatMoment(applicant.at, view.year)}
        {request.kind === 'substitution' && (
          <>
            　材料 <Hash value={request.evidence} name="材料" short size="small" />
          </>
        )}
      </p>
      {decided === null ? <Decide view={view} request={request} me={me} /> : <Outcome view={view} request={request} />}
    </section>
  );
}

function whatOf(view: AmendmentsView, request: AmendmentRequestView): string {
  if (request.kind === 'substitution') return `${request.object.name} 不能检查`;
  const visit = view.visits.find((one) => one.visit === request.visit);
  const where = visit?.objects.map(({ name }) => name).join('、') ?? request.visit;
  return `${request.holder.name} 回避 ${where}（席位${request.seat}）`;
}

function Outcome({ view, request }: { readonly view: AmendmentsView; readonly request: AmendmentRequestView }) {
  const { decided } = request;
  if (decided === null) return null;
  const by = `${decided.act.name}，${formatMoment(decided.act.at, view.year)}`;
  if (!decided.approved) {
    return (
      <p>
        <StateText kind="returned">不予批准：{decided.text}</StateText>　<span className="second">{by}</span>
      </p>
    );
  }
  const lines = view.amendments.find((amendment) => amendment.request === request.no)?.lines ?? [];
  return (
    <>
      <p>
        <SealWithWord character={words[request.kind].seal}>{by}</SealWithWord>
      </p>
      <ul className="amend-lines">
        {lines.map((line) => (
          <li key={line.seq}>
            第{line.seq}行　{line.left.name} →{' '}
            {line.joined?.name ?? (line.kind === 'recusal' ? '席位空缺' : '没有候补可用')}
            {line.kind === 'recusal' && line.reasonCode === 'conflict' ? '（与递补的企业有利害关系）' : ''}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The leader's two answers; everyone else is told who decides. */
function Decide({
  view,
  request,
  me,
}: {
  readonly view: AmendmentsView;
  readonly request: AmendmentRequestView;
  readonly me: Me;
}) {
  const terms = useTerms();
  const [asking, setAsking] = useState<'approve' | 'decline'>();
  const close = () => setAsking(undefined);
  const fixed = { drawId: view.drawId, version: view.version, request: request.no };
  const { verb } = words[request.kind];
  const decider =
    view.office === 'head' ? `行政机关负责人决定，${terms.deputyDirector}办理` : `${terms.deputyDirector}决定`;
  if (!me.decides) return <StateText kind="waiting">待{decider}</StateText>;
  if (request.applicant.personId === me.personId)
    return <StateText kind="waiting">申请人是您本人，由另一位领导决定</StateText>;
  return (
    <>
      <p className="second">批准后由签序下一位自动补上，不能另选。{decider}。</p>
      <p className="button-row">
        <Button look="small" onPress={() => setAsking('approve')}>
          {verb}
        </Button>{' '}
        <Button look="small" onPress={() => setAsking('decline')}>
          不予批准
        </Button>
      </p>
      <Dialog open={asking === 'approve'} title={`${verb}？`} onClose={close} width={520}>
        <p>接替的由本次抽签的签序算出，进公开日志，批准后不能收回。</p>
        <CommandForm
          route={drawRoutes.approveAmendment}
          fixed={fixed}
          initial={{ text: '' }}
          names={{ text: '意见' }}
          verb={verb}
          onDone={close}
          aside={<Button onPress={close}>不批准，返回</Button>}
        >
          <LongTextField name="text" label="意见" optional rows={2} maxLength={500} />
        </CommandForm>
      </Dialog>
      <Dialog open={asking === 'decline'} title="不予批准？" onClose={close} width={520}>
        <CommandForm
          route={drawRoutes.declineAmendment}
          fixed={fixed}
          initial={{ text: '' }}
          names={{ text: '理由' }}
          verb="不予批准"
          onDone={close}
          aside={<Button onPress={close}>返回</Button>}
        >
          <LongTextField name="text" label="理由" maxLength={500} />
        </CommandForm>
      </Dialog>
    </>
  );
}
