import { type QrSquares, qrSquares } from '../../../papers/index.ts';
import type { RecordFacts, RecordObject, RecordSource } from './facts.ts';
import { dayOnPaper, fives, momentOnPaper } from './words.ts';

/** What the template `record.typ` reads; every text is whole, the template only places it. */
export interface RecordContent {
  readonly title: string;
  readonly number: string;
  /** At the head of every further page. */
  readonly running: string;
  readonly note: string;
  /** Nothing is decided yet: every page says 草稿. */
  readonly draft: boolean;
  readonly voided: string | null;
  /** Rows of two or four cells: label, text, label, text. */
  readonly head: readonly (readonly string[])[];
  readonly commitment: { readonly when: string; readonly c: string } | null;
  readonly sources: readonly { readonly label: string; readonly text: string; readonly hex: boolean }[];
  readonly seed: string | null;
  readonly h: string | null;
  readonly drawnAt: string | null;
  readonly strata: readonly (readonly string[])[];
  readonly objects: readonly (Pick<RecordObject, 'name' | 'code' | 'stratum' | 'team'> & {
    readonly place: string;
    readonly ticket: string;
    readonly reserve: boolean;
  })[];
  /** Which of the columns that not every record has. */
  readonly columns: { readonly stratum: boolean; readonly team: boolean };
  readonly amendments: readonly (readonly string[])[];
  readonly signers: readonly string[];
  readonly remarks: string;
  /** Stands in the place of the objects where there are none. */
  readonly empty: string;
  readonly qr: QrSquares;
  readonly qrWords: string;
}

/** Beyond so many of one reason the record counts; the names stand in exclusions.csv. */
const mostNames = 12;

const suites = { sha256: 'SHA-256', sm3: 'SM3' } as const;

/** 抽取记录, from what the draw is: no clock, no chance, the same facts give the same words. */
export function recordContent(facts: RecordFacts): RecordContent {
  const { commitment, drawn, voided, drawnObjects } = facts;
  const draft = drawn === null && voided === null;
  const number = `${facts.bureau}　${facts.year}年第${facts.drawNo}号抽签`;
  return {
    title: '双随机抽查抽取记录',
    number,
    running: `双随机抽查抽取记录　${number}`,
    note: [facts.copy === 'public' ? '公开件' : '存档件', draft ? '草稿' : '', facts.demonstration ? '演示数据' : '']
      .filter((word) => word !== '')
      .map((word) => `（${word}）`)
      .join(''),
    draft,
    voided: voided === null ? null : voidText(voided, drawnObjects.length > 0),
    head: headOf(facts),
    commitment: commitment === null ? null : { when: `${dayOnPaper(commitment.at, facts.year)}公开`, c: commitment.c },
    sources: facts.sources.map(sourceLine),
    seed: drawn?.seed ?? null,
    h: drawn?.h ?? null,
    drawnAt: drawn === null ? null : momentOnPaper(drawn.at),
    strata: facts.strata.length < 2 ? [] : facts.strata.map(stratumRow),
    objects: drawnObjects.map(({ kind, order, ticket, ...object }) => ({
      ...object,
      place: kind === 'reserve' ? `候补${order}` : `${order}`,
      ticket: ticket.slice(0, 8),
      reserve: kind === 'reserve',
    })),
    columns: { stratum: facts.strata.length > 1, team: facts.copy === 'archive' },
    amendments: facts.amendments.map(({ at, text, approver }) => [momentOnPaper(at), text, approver]),
    signers: facts.signers.map(({ part, name }) => `${part}（${name}）`),
    remarks: remarksOf(facts),
    empty: voided === null ? '还没有结果。随机数到齐，结果就已确定。' : '作废时没有结果。',
    qr: qrSquares(facts.address),
    qrWords: drawnObjects.length > 0 ? '扫码重算' : '扫码查看',
  };
}

function stratumRow({ name, eligible, size, full }: RecordFacts['strata'][number]): string[] {
  return [name, `${eligible}家`, full ? '全部，抽次序' : `${size}家`];
}

function voidText({ at, reason, approver }: NonNullable<RecordFacts['voided']>, computable: boolean): string {
  const standing = computable ? '结果照样公开，不作为检查依据' : '作废时没有结果';
  return `本次抽签已于${momentOnPaper(at)}作废，${approver}批准。原因：${reason}。${standing}。`;
}

function headOf(facts: RecordFacts): readonly (readonly string[])[] {
  const { counts, drawn, frozenAt, planRowNo } = facts;
  const row = planRowNo === null ? '' : `（${facts.year}年计划第${planRowNo}项）`;
  const frozen = frozenAt === null ? '名单还没有冻结' : `${counts.pool ?? 0}家（${dayOnPaper(frozenAt)}冻结）`;
  return [
    ['抽查任务', `${facts.taskName}${row}`],
    [facts.terms.subject, facts.objects, '抽取时间', drawn === null ? '未开签' : momentOnPaper(drawn.at)],
    ['名录底数', frozen, '抽取地点', ''],
    ['排除', exclusionText(facts)],
    ...(facts.exceptions.length === 0 ? [] : [['例外', facts.exceptions.join('；')]]),
    ...(facts.sealing === null ? [] : [['封存', facts.sealing]]),
    ['抽取规则', ruleText(facts)],
  ];
}

function exclusionText({ exclusions, frozenAt }: RecordFacts): string {
  if (frozenAt === null) return '名单还没有冻结';
  const total = exclusions.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return '没有排除';
  const parts = exclusions
    .filter(({ count }) => count > 0)
    .map(({ reason, count, names }) =>
      names.length === 0 || names.length > mostNames ? `${reason}${count}家` : `${names.join('、')}，${reason}`,
    );
  return `${total}家：${parts.join('；')}`;
}

function ruleText({ counts, seats, strata, suite, terms }: RecordFacts): string {
  const { eligible, selected, reserves } = counts;
  const team = seats === null ? '' : `每户${seats}名${terms.inspector}；`;
  const order = `签号小者先中（mc-draw/1，${suites[suite]}）`;
  // Nobody is 抽中 where everyone is inspected.
  if (strata.length > 0 && strata.every(({ full }) => full))
    return `${selected}家全部检查，抽的是次序；${team}${order}`;
  const pool = eligible === null ? '' : `可抽${eligible}家，`;
  const reserve = reserves === null ? '' : `，候补${reserves}家`;
  return `${pool}抽${selected}家${reserve}；${team}${order}`;
}

function sourceLine({ label, kind, value }: RecordSource): RecordContent['sources'][number] {
  if (value === null) return { label, text: kind === 'witness' ? '未揭示' : '未录入', hex: false };
  if (kind === 'dice') return { label, text: fives(value), hex: false };
  return { label, text: value, hex: kind !== 'lottery' };
}

function remarksOf({ copy, commitment, drawn, sources, terms }: RecordFacts): string {
  if (commitment === null) return '名单、规则还没有公开承诺。本件是草稿，开签之后的记录为准。';
  const place = commitment.logIndex === null ? '公开日志' : `公开日志第${commitment.logIndex + 1}条`;
  const promised = `名单、规则于${momentOnPaper(commitment.at)}公开承诺`;
  if (drawn === null) return `${promised}，见${place}；还没有开签。`;
  const last = sources.reduce((latest, { at }) => (at !== null && at > latest ? at : latest), '');
  const complete = last === '' ? '' : `，随机数于${momentOnPaper(last)}收齐`;
  const kept =
    copy === 'archive'
      ? `一式三份，办理${terms.section}、派驻纪检监察组、档案各存一份。`
      : `${terms.inspector}姓名见存档件。`;
  return `${promised}${complete}。按本页的承诺、随机数和公开的名单，任何人都能重算出同一结果；对不上的，以${place}为准。${kept}`;
}
