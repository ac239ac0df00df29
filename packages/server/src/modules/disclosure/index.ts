import { disclosureRefusals, disclosureRoutes } from '@mingchou/contract';
import { ok, refuse } from '@mingchou/domain';
import { answer, bind, type Module } from '../../shell/module.ts';
import { runDisclose } from './commands.ts';
import { portalPages } from './portal/pages.ts';
import type { PortalPorts } from './portal/ports.ts';
import type { DisclosurePorts } from './ports.ts';
import { disclosureFigures, listDisclosures } from './queries.ts';
import { showDisclosure } from './show.ts';

export { disclosureImpact } from './impact.ts';
export { noteResult } from './note-result.ts';
export type { PortalPorts } from './portal/ports.ts';
export type { SelfCheckPort } from './portal/self-check-pages.ts';
export { publicDraw } from './portal/reader.ts';
export type { DisclosurePorts, ResultOrigin } from './ports.ts';
export {
  publishAttempt,
  publishCeremony,
  publishDrawSnapshot,
  publishExternalSnapshot,
  publishFile,
  publishItemList,
  publishPlanSnapshot,
  publishProgressSnapshot,
  type PublicFile,
} from './publish.ts';
export { publishWords, republishWords } from './portal-bureau.ts';

/** 公示 — the queue of results, what makes them public, and the public pages themselves. */
export function disclosureModule(ports: DisclosurePorts, portal: PortalPorts): Module {
  const { discloseResults, listDisclosures: list, disclosureFigures: figures, showDisclosure: show } = disclosureRoutes;
  return {
    noun: 'disclosure',
    bindings: [
      bind(discloseResults, disclosureRefusals, (tx, actor, input) => runDisclose(ports, tx, actor, input)),
      answer(list, disclosureRefusals, async (db, actor, input) => ok(await listDisclosures(ports, db, actor, input))),
      answer(figures, disclosureRefusals, async (db, actor, { drawNo }) =>
        ok(await disclosureFigures(ports, db, actor, drawNo)),
      ),
      answer(show, disclosureRefusals, async (db, actor, { id }) => {
        const view = await showDisclosure(ports, db, actor, id);
        return view === undefined ? refuse({ code: 'disclosure-not-found' }) : ok(view);
      }),
    ],
    pages: portalPages(portal),
  };
}
