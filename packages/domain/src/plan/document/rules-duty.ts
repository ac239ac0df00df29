import type { Paragraph, PlanDocument, Quote } from './document.ts';
import type { Contradiction } from './rule.ts';
import { pairsOf, sentenceWith } from './rule.ts';

/** A duty with its days: who must do what within how long. */
export interface Duty {
  readonly kind: '公开' | '归档';
  /** A result with problems is made public from its own day on, after its disposal. */
  readonly ofProblems: boolean;
  readonly actor: string | null;
  readonly days: number;
  readonly unit: 'workday' | 'calendar';
  /** Where it is to be made public, as far as the sentence says. */
  readonly channels: readonly string[];
  readonly quote: Quote;
}

const days = /(\d+)个?(工作日|日|天)(内|前|之内)/;

/** Every duty with a number of days in the running text. */
export function dutiesOf(document: PlanDocument): readonly Duty[] {
  return document.paragraphs.flatMap((paragraph) =>
    paragraph.text.split(/(?<=[。；])/).flatMap((sentence) => {
      const found = days.exec(sentence);
      if (found === null || found[1] === undefined) return [];
      const kind = /公示|公开|公布|录入/.test(sentence) ? '公开' : /归档|报备|存档/.test(sentence) ? '归档' : undefined;
      if (kind === undefined || /处罚决定|申请|告知/.test(sentence)) return [];
      return [
        {
          kind,
          ofProblems: /(?<!没有|没|未)(?:有|存在|发现)[^。；，]{0,4}问题|处理决定/.test(sentence),
          actor: actorOf(sentence),
          days: Number(found[1]),
          unit: found[2] === '工作日' ? ('workday' as const) : ('calendar' as const),
          channels: channelsOf(sentence),
          quote: { place: paragraph.place, text: sentence.trim() },
        },
      ];
    }),
  );
}

function actorOf(sentence: string): string | null {
  return (
    /由([^，。；、“”]{2,8}?)(?:在|负责|通过|将|于|录入|公开)/.exec(sentence)?.[1] ??
    /(?:^|，)([^，。；]{2,8}?)(?:要|应当|应|须)(?:于|在|当)?\d/.exec(sentence)?.[1] ??
    null
  );
}

const place = '(?:系统|平台|网站|官网|专栏|公众号)(?:（[^）]*）)?';
const channel = new RegExp(`(?:在|通过)([^，。；]{2,50}?${place})(?:上|中|内|向社会)*(?:录入|公开|公示|公布|发布)`);

/** 「在甲系统上录入」, 「通过甲平台和乙网站公开」: the channels, each by itself. */
function channelsOf(sentence: string): readonly string[] {
  const found = channel.exec(sentence)?.[1] ?? '';
  return found.split(/[、和及与]/).filter((one) => one !== '');
}

/** Two places that name no channel in common for one duty (YS a). */
export function channelsDiffer(document: PlanDocument): readonly Contradiction[] {
  return pairsOf(dutiesOf(document)).flatMap(([a, b]) => {
    const [one, other] = [a.channels, b.channels];
    if (a.kind !== b.kind || one.length === 0 || other.length === 0) return [];
    if (one.some((channel) => other.some((each) => each.includes(channel) || channel.includes(each)))) return [];
    return [
      {
        about: `${a.kind}渠道`,
        verdict: `在哪里${a.kind}，两处不一`,
        detail: `一处是${one.join('、')}，一处是${other.join('、')}。`,
        places: [a.quote, b.quote],
        mends: [`两处都写${[...one, ...other].join('、')}`, `两处都写${one.join('、')}`, `两处都写${other.join('、')}`],
      },
    ];
  });
}

const lengthText = (duty: Duty): string => `${duty.days}${duty.unit === 'workday' ? '个工作日' : '日'}`;

/** Working days here and calendar days there, or another number, for one duty (YS a). */
export function daysDiffer(document: PlanDocument): readonly Contradiction[] {
  return pairsOf(dutiesOf(document)).flatMap(([a, b]) => {
    if (a.kind !== b.kind || a.ofProblems !== b.ofProblems || (a.unit === b.unit && a.days === b.days)) return [];
    if (a.quote.place === b.quote.place && a.quote.text === b.quote.text) return [];
    const unit = a.unit !== b.unit;
    return [
      {
        about: `${a.kind}期限`,
        verdict: unit ? `${a.kind}期限一处按工作日，一处按自然日` : `${a.kind}期限，两处不一`,
        detail: `一处${lengthText(a)}，一处${lengthText(b)}；${unit ? '遇长假相差可达一周。' : ''}`.replace(
          /；$/,
          '。',
        ),
        places: [a.quote, b.quote],
        mends: [`两处都写${lengthText(a)}`, `两处都写${lengthText(b)}`],
      },
    ];
  });
}

/** Two different people bound to one duty (YS d). */
export function actorDiffers(document: PlanDocument): readonly Contradiction[] {
  return pairsOf(dutiesOf(document)).flatMap(([a, b]) => {
    if (a.kind !== b.kind || a.actor === null || b.actor === null || a.actor === b.actor) return [];
    return [
      {
        about: `${a.kind}责任人`,
        verdict: `由谁${a.kind}，两处不一`,
        detail: `一处是${a.actor}，一处是${b.actor}。`,
        places: [a.quote, b.quote],
        mends: [`两处都写${a.actor}`, `两处都写${b.actor}`],
      },
    ];
  });
}

/** Clean results have a deadline and results with problems none (GX). */
export function problemWithoutDays(document: PlanDocument): readonly Contradiction[] {
  return document.paragraphs.flatMap((paragraph) => {
    const clauses = paragraph.text.split(/(?<=[。；])/);
    const withDays = clauses.find((clause) => /公示|公开/.test(clause) && days.test(clause));
    const without = clauses.find(
      (clause) => /公示|公开/.test(clause) && /有问题|存在问题|发现问题/.test(clause) && !/\d/.test(clause),
    );
    if (withDays === undefined || without === undefined) return [];
    return [
      {
        about: '问题结果公开期限',
        verdict: '有问题的结果没有公开期限',
        detail: '结果正常的写了期限，有问题的只写处理后公开。',
        places: [quoteOf(paragraph, withDays), quoteOf(paragraph, without)],
        mends: ['写明自作出处理决定之日起几个工作日内公开'],
      },
    ];
  });
}

const quoteOf = (paragraph: Paragraph, text: string): Quote => sentenceWith({ place: paragraph.place, text }, /./);
