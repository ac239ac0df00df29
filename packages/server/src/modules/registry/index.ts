import { type RefusalTable, type RegistryRefusal, registryRefusals, registryRoutes } from '@mingchou/contract';
import { ok } from '@mingchou/domain';
import { answer, bind, type Module } from '../../shell/module.ts';
import { showBase } from './base-queries.ts';
import { declareConflict, withdrawConflict } from './conflict-commands.ts';
import { listConflicts } from './conflict-queries.ts';
import {
  addExpert,
  changeExpert,
  declareExpertConflict,
  withdrawExpert,
  withdrawExpertConflict,
} from './expert-commands.ts';
import { listExperts, showExpert } from './expert-queries.ts';
import { addInspector, changeInspector, changeInspectorDuty } from './inspector-commands.ts';
import { cancelLeave, registerLeave } from './leave-commands.ts';
import { listInspectors, showInspector } from './inspector-queries.ts';
import { namesOf } from './names.ts';
import { registerOutsideVisit, withdrawOutsideVisit } from './outside-visit.ts';
import type { RegistryPorts } from './ports.ts';
import { acceptPriorityProposal, declinePriorityProposal, registerOccurrence } from './occurrence-commands.ts';
import { listPriorityProposals } from './occurrence-queries.ts';
import { listReference } from './reference-queries.ts';
import { answerSubjectRequest, listSubjectRequests } from './request-commands.ts';
import { revealContact } from './reveal.ts';
import { answerSectionReport, listSectionParts, reportSection } from './section-report.ts';
import { addSubject, changeSubject, changeSubjectStatus } from './subject-commands.ts';
import { listSubjects, showSubject } from './subject-queries.ts';

export { sealClearContacts } from './contact-store.ts';
export { baseCounts, type BaseCount } from './base-queries.ts';
export {
  type ConflictForDraw,
  conflictsForDraw,
  type InspectorForDraw,
  inspectorsForDraw,
  type SubjectForDraw,
  subjectsForDraw,
} from './draw-snapshot.ts';
export { inspectorImport } from './inspector-import.ts';
export { outsideVisitDays } from './outside-visit.ts';
export { outsideVisitImport } from './outside-visit-import.ts';
export { planLists } from './plan-lists.ts';
export type { RegistryPorts } from './ports.ts';
export { referenceImport } from './reference-import.ts';
export { rereadNames } from './reread-names.ts';
export { inspectorExport, subjectExport } from './list-export.ts';
export { subjectImport } from './subject-import.ts';

/** 底册: subjects, inspectors, conflicts of interest, and the 底数 they add up to. */
export function registryModule(ports: RegistryPorts): Module {
  const routes = registryRoutes;
  const words: RefusalTable<RegistryRefusal> = registryRefusals;
  return {
    noun: 'registry',
    bindings: [
      bind(routes.addSubject, words, (tx, actor, input) => addSubject(ports, tx, actor, input)),
      bind(routes.changeSubject, words, (tx, actor, input) => changeSubject(ports, tx, actor, input)),
      bind(routes.changeSubjectStatus, words, (tx, actor, input) => changeSubjectStatus(ports, tx, actor, input)),
      bind(routes.answerSubjectRequest, words, (tx, actor, input) => answerSubjectRequest(ports, tx, actor, input)),
      bind(routes.addInspector, words, (tx, actor, input) => addInspector(ports, tx, actor, input)),
      bind(routes.changeInspector, words, (tx, actor, input) => changeInspector(ports, tx, actor, input)),
      bind(routes.changeInspectorDuty, words, changeInspectorDuty),
      bind(routes.registerOutsideVisit, words, registerOutsideVisit),
      bind(routes.withdrawOutsideVisit, words, withdrawOutsideVisit),
      bind(routes.registerOccurrence, words, registerOccurrence),
      bind(routes.acceptPriorityProposal, words, (tx, actor, input) => acceptPriorityProposal(ports, tx, actor, input)),
      bind(routes.declinePriorityProposal, words, (tx, actor, input) =>
        declinePriorityProposal(ports, tx, actor, input),
      ),
      bind(routes.reportSection, words, (tx, actor, input) => reportSection(ports, tx, actor, input)),
      bind(routes.answerSectionReport, words, answerSectionReport),
      bind(routes.registerLeave, words, registerLeave),
      bind(routes.cancelLeave, words, cancelLeave),
      bind(routes.addExpert, words, (tx, actor, input) => addExpert(ports, tx, actor, input)),
      bind(routes.changeExpert, words, (tx, actor, input) => changeExpert(ports, tx, actor, input)),
      bind(routes.withdrawExpert, words, withdrawExpert),
      bind(routes.declareExpertConflict, words, declareExpertConflict),
      bind(routes.withdrawExpertConflict, words, withdrawExpertConflict),
      bind(routes.declareConflict, words, declareConflict),
      bind(routes.withdrawConflict, words, withdrawConflict),
      bind(routes.revealContact, words, revealContact),
      answer(routes.listSubjects, words, (db, _actor, input) => listSubjects(ports, db, input)),
      answer(routes.listSubjectRequests, words, (db, _actor, input) => listSubjectRequests(ports, db, input)),
      answer(routes.showSubject, words, (db, _actor, input) => showSubject(ports, db, input)),
      answer(routes.listInspectors, words, (db, _actor, input) => listInspectors(ports, db, input)),
      answer(routes.showInspector, words, (db, _actor, input) => showInspector(ports, db, input)),
      answer(routes.listConflicts, words, (db, _actor, input) => listConflicts(db, input)),
      answer(routes.showBase, words, (db, _actor, input) => showBase(ports, db, input)),
      answer(routes.listPriorityProposals, words, (db, _actor, input) => listPriorityProposals(ports, db, input)),
      answer(routes.listSectionParts, words, (db) => listSectionParts(ports, db)),
      answer(routes.listExperts, words, (db, _actor, input) => listExperts(ports, db, input)),
      answer(routes.showExpert, words, (db, _actor, input) => showExpert(ports, db, input)),
      answer(routes.listReference, words, (db, _actor, input) => listReference(db, input)),
      answer(routes.listChoices, words, async (db) => {
        const { sectors, sections } = await namesOf(ports, db);
        return ok({ sectors: [...sectors], sections: [...sections] });
      }),
    ],
  };
}
