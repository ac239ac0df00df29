import { readFileSync } from 'node:fs';
import path from 'node:path';
import { budgetContent, checkItem, planHead, planRowContent, policyProfile } from '@mingchou/contract';
import { type LibraryList, parseInstant, type PolicyProfile, type ReferenceListName, roles } from '@mingchou/domain';
import { z } from 'zod';

const instant = z.string().transform((text, context) => {
  const parsed = parseInstant(text);
  if (parsed === undefined) context.addIssue({ code: 'custom', message: `not an instant: ${text}` });
  return parsed ?? z.NEVER;
});

const sampleBureau = z.strictObject({
  code: z.string(),
  slug: z.string(),
  /** Which of the stories carries it, and how far. */
  story: z.enum(['changzi', 'linzi', 'yanshi', 'gaoxin', 'lishan', 'opening']),
  /** File name of its policy, catalogue and plan. */
  policy: z.string(),
  name: z.string(),
  region: z.string(),
  short: z.string(),
  year: z.number().int(),
  sectionWord: z.enum(['科室', '股室']),
  /** Where the bureau's business clock stands when its demonstration begins. */
  opensAt: instant,
  sections: z.array(z.tuple([z.string(), z.string()])),
  people: z.array(z.strictObject({ name: z.string(), roles: z.array(z.enum(roles)), section: z.string() })),
  inspectors: z.array(z.string()),
  /** 轮次 that are open when its demonstration begins. */
  rounds: z.array(
    z.strictObject({ name: z.string(), startsOn: z.string(), endsOn: z.string(), sectors: z.array(z.string()) }),
  ),
  witnesses: z.array(z.tuple([z.string(), z.string()])),
});
export type SampleBureau = z.infer<typeof sampleBureau>;

const sampleItem = z.strictObject({
  no: z.number().int(),
  dutyItem: z.string(),
  name: z.string(),
  checkItems: z.array(checkItem.omit({ no: true })),
  subjects: z.string(),
  category: z.enum(['priority', 'ordinary']),
  methods: z.array(z.string()),
  ratioAndFrequency: z.string(),
  tier: z.string(),
  department: z.string(),
  legalBases: z.array(
    z.strictObject({ title: z.string(), number: z.string(), revision: z.string(), article: z.string() }),
  ),
  liability: z.string(),
  sectors: z.array(z.string()),
});
export type SampleItem = z.infer<typeof sampleItem>;

const samplePlan = z.strictObject({
  year: z.number().int(),
  head: planHead,
  rows: z.array(planRowContent.omit({ items: true }).extend({ item: z.string() })),
});
export type SamplePlan = z.infer<typeof samplePlan>;

const libraryFiles: Readonly<Record<LibraryList, (name: string) => string>> = {
  law: () => 'laws.csv',
  mapping: (name) => `mappings/${name}.csv`,
  hazard: () => 'hazards.csv',
};

/** Reads the samples of `folder`; a file that is not as described throws, for the samples are part of the house. */
export function readSamples(folder: string) {
  const read = (...parts: readonly string[]): unknown => JSON.parse(readFileSync(path.join(folder, ...parts), 'utf8'));
  return {
    bureaus: z.array(sampleBureau).parse(read('bureaus.json')),
    policy: (bureau: SampleBureau): PolicyProfile => policyProfile.parse(read('policies', `${bureau.policy}.json`)),
    catalogue: (bureau: SampleBureau) =>
      z.strictObject({ items: z.array(sampleItem) }).parse(read('catalogues', `${bureau.policy}.json`)).items,
    plan: (bureau: SampleBureau): SamplePlan => samplePlan.parse(read('plans', `${bureau.policy}.json`)),
    /** 工作日测算 as the bureau's document declares it, for those that have one. */
    budget: (bureau: SampleBureau) => budgetContent.parse(read('budgets', `${bureau.policy}.json`)),
    workbook: (bureau: SampleBureau, which: 'subjects' | 'inspectors'): Uint8Array =>
      readFileSync(path.join(folder, 'registries', bureau.slug, `${which}.xlsx`)),
    /** 法律依据 and 重大事故隐患 are the same for every bureau; the mapping is each bureau's own. */
    library: (bureau: SampleBureau, list: LibraryList): Uint8Array =>
      readFileSync(path.join(folder, 'catalogues', libraryFiles[list](bureau.policy))),
    /** What the other platform showed when a draw was made there; a made-up picture that says so. */
    screenshot: (bureau: SampleBureau): Uint8Array => readFileSync(path.join(folder, 'external', `${bureau.slug}.png`)),
    /** A part of a national code table, the same for every bureau. */
    codes: (list: ReferenceListName): Uint8Array => readFileSync(path.join(folder, 'codes', `${list}.csv`)),
  };
}
export type Samples = ReturnType<typeof readSamples>;
