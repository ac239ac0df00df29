import {
  accountRoutes,
  catalogueRoutes,
  exchangeRoutes,
  type ImportTarget,
  importTargetTitles,
  policyRoutes,
  registryRoutes,
} from '@mingchou/contract';
import { libraryLists, libraryTitles, referenceLists, referenceTitles } from '@mingchou/domain';
import { roleHolder, type Scene } from './scene.ts';

/** 底册: the bureau's rules, both registries from their workbooks, and the published catalogue. */
export async function layBase(scene: Scene): Promise<void> {
  await adoptPolicy(scene);
  for (const list of referenceLists) {
    await importFile(scene, list, `${referenceTitles[list]}.csv`, scene.samples.codes(list));
  }
  await importRegistry(scene, 'subject', 'subjects');
  await importRegistry(scene, 'inspector', 'inspectors');
  await linkInspectors(scene);
  await enterExpert(scene);
  await publishCatalogue(scene);
}

export async function adoptPolicy(scene: Scene): Promise<void> {
  const client = await scene.as(roleHolder(scene.bureau, 'administrator'));
  await client.mustSend(policyRoutes.adoptPolicy, { version: 0, profile: scene.samples.policy(scene.bureau) });
}

function importRegistry(
  scene: Scene,
  target: 'subject' | 'inspector',
  which: 'subjects' | 'inspectors',
): Promise<void> {
  const fileName = `${scene.bureau.short}${importTargetTitles[target]}.xlsx`;
  return importFile(scene, target, fileName, scene.samples.workbook(scene.bureau, which));
}

async function importFile(scene: Scene, target: ImportTarget, fileName: string, bytes: Uint8Array): Promise<void> {
  const clerk = await scene.as(roleHolder(scene.bureau, 'legalClerk'));
  const base64 = Buffer.from(bytes).toString('base64');
  const tried = await clerk.mustSend(exchangeRoutes.dryRunImport, { target, fileName, base64 });
  if (tried.counts.wrong > 0) throw new Error(`${scene.bureau.slug}: ${JSON.stringify(tried.rows[0])}`);
  await clerk.mustSend(exchangeRoutes.confirmImport, { dryRunId: tried.id, mode: 'all-or-nothing' });
}

/** One made-up expert, so that a visit has somebody to ask along. */
async function enterExpert(scene: Scene): Promise<void> {
  const clerk = await scene.as(roleHolder(scene.bureau, 'legalClerk'));
  const { sectors } = await clerk.mustAsk(registryRoutes.listChoices, {});
  await clerk.mustSend(registryRoutes.addExpert, {
    ...{ name: '秦专家', organisation: '演示安全技术服务中心', field: '化工安全', title: '高级工程师' },
    sectors: sectors.map(({ code }) => code),
    appointedUntil: `${scene.bureau.year + 1}-12-31`,
  });
}

/** Who stands in the inspectors' registry may act as that inspector once the administrator has said so. */
export async function linkInspectors(scene: Scene): Promise<void> {
  const administrator = await scene.as(roleHolder(scene.bureau, 'administrator'));
  const { rows: inspectors } = await (await scene.as(roleHolder(scene.bureau, 'legalClerk'))).mustAsk(
    registryRoutes.listInspectors,
    { size: 500 },
  );
  const { rows: people } = await administrator.mustAsk(accountRoutes.listPeople, { size: 500, role: 'inspector' });
  for (const person of people) {
    const inspector = inspectors.find((each) => each.name === person.name);
    if (inspector === undefined) throw new Error(`${person.name} does not stand in the inspectors' registry`);
    await administrator.mustSend(accountRoutes.linkPersonToInspector, {
      id: person.id,
      version: person.version,
      inspectorId: inspector.id,
    });
  }
}

export async function publishCatalogue(scene: Scene): Promise<void> {
  const clerk = await scene.as(roleHolder(scene.bureau, 'legalClerk'));
  const items: { id: string; version: number }[] = [];
  for (const { no: _no, name, checkItems, ...item } of scene.samples.catalogue(scene.bureau)) {
    const content = { ...item, title: name, checkItems: checkItems.map((point, at) => ({ ...point, no: at + 1 })) };
    items.push(await clerk.mustSend(catalogueRoutes.addItem, { content }));
  }
  for (const list of libraryLists) {
    await importFile(scene, list, `${libraryTitles[list]}.csv`, scene.samples.library(scene.bureau, list));
  }
  await clerk.mustSend(catalogueRoutes.publishItems, { items });
}
