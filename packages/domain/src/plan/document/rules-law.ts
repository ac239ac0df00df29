import { parseCalendarDate } from '../../time.ts';
import type { PlanDocument } from './document.ts';
import { dayOf, quotesOf } from './document.ts';
import type { Contradiction, DocumentContext } from './rule.ts';
import { lettersOf, pairsOf } from './rule.ts';

const citation = /[《〈]([^《》〈〉]{3,60})[》〉](?:[（(][^（）()]*[）)])*/g;

/** A legal basis in a version that no longer held when the document was made (LZ 9). */
export function supersededLaw(document: PlanDocument, { outdated }: DocumentContext): readonly Contradiction[] {
  const day = parseCalendarDate(dayOf(document) ?? '');
  if (day === undefined) return [];
  const found = new Map<string, Contradiction>();
  for (const quote of quotesOf(document)) {
    for (const [text, title = ''] of quote.text.matchAll(citation)) {
      const about = lettersOf(title.replace(/^中华人民共和国/, ''));
      const past = found.has(about) ? undefined : outdated(text, day);
      if (past === undefined) continue;
      found.set(about, {
        about,
        verdict: past.kind === 'repealed' ? `《${title}》已废止` : `《${title}》引用的不是现行版本`,
        detail: null,
        places: [
          { place: quote.place, text },
          { place: '法律依据库', text: `《${title}》${past.detail}` },
        ],
        mends: past.instead === null ? ['查明现行依据后改引'] : [`改引${past.instead}`],
      });
    }
  }
  return [...found.values()];
}

/** Two titles that differ in one character: one of them is a slip (LS: 方法 and 办法). */
export function titlesDiffer(document: PlanDocument): readonly Contradiction[] {
  const titles = new Map<string, { readonly title: string; readonly place: string }>();
  for (const quote of quotesOf(document)) {
    for (const [, title] of quote.text.matchAll(/[《〈]([^《》〈〉]{8,60})(?=[》〉])/g)) {
      if (title !== undefined && !titles.has(lettersOf(title)))
        titles.set(lettersOf(title), { title, place: quote.place });
    }
  }
  return pairsOf([...titles.entries()]).flatMap(([[a, one], [b, other]]) => {
    if (a.length !== b.length || [...a].filter((letter, index) => letter !== b[index]).length !== 1) return [];
    if (a.replace(/\d/g, '') === b.replace(/\d/g, '')) return [];
    return [
      {
        about: a < b ? a : b,
        verdict: '同一份文件写了两个名称，差一个字',
        detail: null,
        places: [one, other].map(({ title, place }) => ({ place, text: `《${title}》` })),
        mends: [`都写《${one.title}》`, `都写《${other.title}》`],
      },
    ];
  });
}
