import { auditRefusals, auditRoutes } from '@mingchou/contract';
import { answer, type Module } from '../../shell/module.ts';
import { listAuditEntries, listHistory, reportChain } from './queries.ts';

/** What was done, by whom, when, and whether the record of it still is what was written. */
export function auditModule(): Module {
  return {
    noun: 'audit',
    bindings: [
      answer(auditRoutes.listHistory, auditRefusals, listHistory),
      answer(auditRoutes.listAuditEntries, auditRefusals, listAuditEntries),
      answer(auditRoutes.verifyAuditChain, auditRefusals, (db) => reportChain(db)),
    ],
  };
}
