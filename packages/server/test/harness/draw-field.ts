import { policyProfile } from '@mingchou/contract';
import { emptyChecklist } from '@mingchou/domain';
import { type HousePorts, selfCheckPort } from '../../src/composition.ts';
import {
  type DisclosurePorts,
  disclosureModule,
  noteResult,
  publishProgressSnapshot,
} from '../../src/modules/disclosure/index.ts';
import { type DrawPorts, drawsClosedTo } from '../../src/modules/draw/index.ts';
import {
  closeDisclosed,
  createVisits,
  inspectionModule,
  type InspectionPorts,
  lockInspection,
  changeTeam,
  fieldworkOf,
  lockVisits,
  publishProgressOf,
  replaceObject,
  visitsOfDraw,
  withdrawVisits,
} from '../../src/modules/inspection/index.ts';
import type { Module } from '../../src/shell/module.ts';

const policy = policyProfile.parse({ bureau: '长子县', effectiveOn: '2022-01-01', province: {}, own: {} });

const disclosurePorts: DisclosurePorts = {
  policy: () => Promise.resolve(policy),
  drawsClosedTo,
  lockInspection,
  closeInspection: closeDisclosed,
};

const inspectionPorts: InspectionPorts = {
  policy: () => Promise.resolve({ categories: [{ code: '1', label: '未发现问题', finding: false }], minInspectors: 2 }),
  checklist: () => Promise.resolve(emptyChecklist),
  certificateNumbers: () => Promise.resolve(new Map()),
  drawsClosedTo,
  publishProgress: publishProgressSnapshot,
  resultChanged: (tx, inspection, origin) => noteResult(disclosurePorts, tx, inspection, origin),
  finishTask: () => Promise.resolve(),
};

/** The inspections and the public pages as they are, for draws whose visits are followed to their end. */
export const fieldPorts: Partial<DrawPorts> = {
  createVisits: (tx, actor, dispatched) => createVisits(inspectionPorts, tx, actor, dispatched),
  fieldworkOf,
  visitsOfDraw,
  lockVisits,
  changeTeam: (tx, actor, change) => changeTeam(inspectionPorts, tx, actor, change),
  replaceObject: (tx, actor, change) => replaceObject(inspectionPorts, tx, actor, change),
  withdrawVisits: (tx, actor, about) => withdrawVisits(inspectionPorts, tx, actor, about),
  publishProgressOf: (tx, drawId) => publishProgressOf(inspectionPorts, tx, drawId),
};

/** Without the pages of the disclosure, which every house of these tests has already. */
export function fieldModules(house: HousePorts): readonly Module[] {
  const { noun, bindings } = disclosureModule(disclosurePorts, {
    ...house,
    demonstration: true,
    selfCheck: selfCheckPort(house),
  });
  return [inspectionModule(inspectionPorts), { noun, bindings }];
}
