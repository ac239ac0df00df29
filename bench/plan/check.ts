import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { planRoutes } from '@mingchou/contract';
import { checkDocument, checkPlan, citationJudge, defaultLaws } from '@mingchou/domain';
import { readPlanFile } from '../../packages/server/src/operator/plan-check/read-plan-file.ts';
import { type Figure, secondsOf } from '../figure.ts';
import { signIn } from '../house/client.ts';

const slugs = ['changzi', 'linzi', 'yanshi', 'gaoxin', 'lishan'];

/** Reads five documents and holds them against every rule: those of BENCH_DOCUMENTS, else the five bureaus' plans in Word. */
export async function checkFive(address: string): Promise<Figure> {
  const given = process.env['BENCH_DOCUMENTS'];
  const folder = mkdtempSync(path.join(tmpdir(), 'mc-bench-'));
  try {
    const files =
      given === undefined
        ? await Promise.all(slugs.map((slug) => plansOf(address, slug, folder)))
        : [readdirSync(given).map((name) => path.join(given, name))];
    const context = { outdated: citationJudge(defaultLaws) };
    let findings = 0;
    const value = await secondsOf(async () => {
      findings = 0;
      for (const file of files.flat()) {
        const read = await readPlanFile(file);
        findings += 'tables' in read ? checkDocument(read, context).open.length : checkPlan(read).open.length;
      }
    }, 3);
    const name = `checking ${files.flat().length} documents, ${findings} findings`;
    return { name, value, unit: 's', goal: { atMost: 2 } };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function plansOf(address: string, slug: string, folder: string): Promise<readonly string[]> {
  const client = await signIn(address, slug);
  const { rows } = await client.ask(planRoutes.listPlans, { size: 100 });
  return Promise.all(
    rows.slice(0, 1).map(async ({ id }) => {
      const { base64 } = await client.ask(planRoutes.printPlan, { planId: id, format: 'docx' });
      const file = path.join(folder, `${slug}.docx`);
      writeFileSync(file, Buffer.from(base64, 'base64'));
      return file;
    }),
  );
}
