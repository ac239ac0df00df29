import type { InstallationMode } from './shell/shell.ts';
import type { Module } from './shell/module.ts';
import type { PortalDatabase } from './db/portal.ts';
import { resolvePolicy } from '@mingchou/domain';
import { accountModule } from './modules/account/index.ts';
import { sectionsOf } from './modules/account/queries.ts';
import { auditModule } from './modules/audit/index.ts';
import { exchangeModule } from './modules/exchange/index.ts';
import { policyModule, policyOf } from './modules/policy/index.ts';
import { inspectorImport, registryModule, type RegistryPorts, subjectImport } from './modules/registry/index.ts';

/** What the house gives to whoever asks for more than a transaction. */
export interface HousePorts {
  readonly mode: InstallationMode;
  readonly publicUrl: string;
  /** Reads the public snapshots as the role that can read nothing else. */
  readonly portal: PortalDatabase;
}

/** All modules with their ports; the only place that knows more than one of them. */
export function composeModules(house: HousePorts): readonly Module[] {
  return [
    accountModule({ mode: house.mode }),
    auditModule(),
    policyModule(),
    registryModule(registryPorts),
    exchangeModule({ targets: { subject: subjectImport(registryPorts), inspector: inspectorImport(registryPorts) } }),
  ];
}

const registryPorts: RegistryPorts = {
  sectors: async (db) =>
    resolvePolicy(await policyOf(db), 'sectors').value.map(({ code, label }) => ({ code, name: label })),
  sections: sectionsOf,
};
