import type { SectionId } from '../id.ts';
import { ok, refuse, type Result } from '../result.ts';

/** 内设机构: a section may belong to another, such as a squad to the brigade. */
export interface Section {
  readonly id: SectionId;
  readonly name: string;
  readonly parentId: SectionId | null;
}

export interface SectionMoved {
  readonly type: 'section-moved';
  readonly sectionId: SectionId;
  readonly parentId: SectionId | null;
}

export type SectionRefusal =
  | { readonly code: 'no-such-section' }
  | { readonly code: 'section-under-itself'; readonly names: readonly string[] };

/** 调整归属: under any section that is not itself or one of its own. `names`: the circle it would make, from top to top. */
export function moveSection(
  sections: readonly Section[],
  sectionId: SectionId,
  parentId: SectionId | null,
): Result<SectionMoved, SectionRefusal> {
  const known = new Map(sections.map((section) => [section.id, section]));
  const moved = known.get(sectionId);
  if (moved === undefined || (parentId !== null && !known.has(parentId))) return refuse({ code: 'no-such-section' });
  const above: Section[] = [];
  // A tree that is a circle already must not keep us here.
  for (let at = parentId; at !== null && above.length <= sections.length; ) {
    const section = known.get(at);
    if (section === undefined) break;
    above.unshift(section);
    if (section.id === sectionId) {
      return refuse({ code: 'section-under-itself', names: [...above, moved].map(({ name }) => name) });
    }
    at = section.parentId;
  }
  return ok({ type: 'section-moved', sectionId, parentId });
}

/** The sections as a tree, each with its depth: what belongs to a section follows it; a circle is shown once, at the top. */
export function sectionTree<S extends Section>(sections: readonly S[]): readonly { section: S; depth: number }[] {
  const found: { section: S; depth: number }[] = [];
  const seen = new Set<SectionId>();
  const walk = (section: S, depth: number) => {
    if (seen.has(section.id)) return;
    seen.add(section.id);
    found.push({ section, depth });
    for (const child of sections) if (child.parentId === section.id) walk(child, depth + 1);
  };
  for (const section of sections) if (section.parentId === null) walk(section, 0);
  for (const section of sections) walk(section, 0);
  return found;
}
