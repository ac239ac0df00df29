import type { PlanDocument } from './document.ts';
import { dayOf, quotesOf } from './document.ts';
import type { LawVersion } from './law-versions.ts';
import { lawVersions } from './law-versions.ts';
import type { Contradiction } from './rule.ts';
import { lettersOf, pairsOf } from './rule.ts';

const citation = /[《〈]([^《》〈〉]{3,60})[》〉]((?:[（(][^（）()]*[）)])*)/g;

/** A legal basis in a version that no longer held when the document was made (LZ 9). */
export function supersededLaw(document: PlanDocument): readonly Contradiction[] {
  const day = dayOf(document);
  if (day === null) return [];
  const found = new Map<string, Contradiction>();
  for (const quote of quotesOf(document)) {
    for (const [text, title, version] of quote.text.matchAll(citation)) {
      const law = lawVersions.find(
        (one) => lettersOf(one.title) === lettersOf((title ?? '').replace(/^中华人民共和国/, '')),
      );
      if (law === undefined || day < law.since || !isOld(law, version ?? '') || found.has(law.title)) continue;
      found.set(law.title, {
        about: lettersOf(law.title),
        verdict: law.replaced ? `《${title}》已被替代` : `《${title}》引用的不是现行版本`,
        detail: `${law.since}起是${law.now}${law.verified ? '' : '（本条资料未经核实，请查证）'}。`,
        places: [
          { place: quote.place, text },
          { place: '法规版本库', text: `《${law.title}》 ${law.since}起：${law.now}` },
        ],
        mends: [law.replaced ? `改引${law.now}` : `改为《${title}》（${law.now}）`],
      });
    }
  }
  return [...found.values()];
}

/** A citation without any version cites what is in force; with one it must be the present. */
function isOld(law: LawVersion, version: string): boolean {
  return law.replaced || (version !== '' && /\d/.test(version) && !law.current.test(version));
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
