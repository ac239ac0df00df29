import { accountRefusals, accountRoutes } from '@mingchou/contract';
import { type Terms, termsOfSection } from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import { answer, bind, type Module, open } from '../../shell/module.ts';
import type { InstallationMode } from '../../shell/shell.ts';
import { changePassword } from './change-password.ts';
import { runAdvanceClock } from './clock-command.ts';
import {
  runAddPerson,
  runChangeRoles,
  runDisablePerson,
  runEnablePerson,
  runLinkPersonToInspector,
  runResetPassword,
  runRevealPersonNumber,
} from './person-commands.ts';
import { findDisplaySettings, findListView, saveDisplaySettings, saveListView } from './preferences.ts';
import { listPeople, listSections, listSignInChoices, sectionWordOf, whoAmI } from './queries.ts';
import { runAddSection, runMoveSection } from './section-commands.ts';
import { setUp } from './set-up.ts';
import { reauthenticate, signIn, signInAs, signOut } from './sign-in.ts';

export interface AccountPorts {
  readonly mode: InstallationMode;
  /** 本局用语; where nobody knows the bureau's rules, as it called its sections at its founding. */
  readonly terms?: (db: Db) => Promise<Terms>;
}

const foundingTerms = async (db: Db) => termsOfSection(await sectionWordOf(db));

/** People, roles, sessions. */
export function accountModule({ mode, terms = foundingTerms }: AccountPorts): Module {
  const routes = accountRoutes;
  const texts = accountRefusals;
  return {
    noun: 'account',
    bindings: [
      open(routes.signInChoices, texts, (gate) => listSignInChoices(gate, terms)),
      open(routes.signIn, texts, signIn),
      open(routes.signInAs, texts, signInAs),
      open(routes.signOut, texts, (gate) => signOut(gate)),
      open(routes.reauthenticate, texts, (gate, { password }) => reauthenticate(gate, password)),
      open(routes.changePassword, texts, changePassword),
      open(routes.setUp, texts, setUp),
      answer(routes.whoAmI, texts, whoAmI(mode, terms)),
      answer(routes.listPeople, texts, listPeople),
      answer(routes.listSections, texts, (db) => listSections(db)),
      answer(routes.findListView, texts, findListView),
      answer(routes.findDisplaySettings, texts, findDisplaySettings),
      bind(routes.addSection, texts, runAddSection),
      bind(routes.moveSection, texts, runMoveSection),
      bind(routes.addPerson, texts, runAddPerson),
      bind(routes.changeRoles, texts, runChangeRoles),
      bind(routes.disablePerson, texts, runDisablePerson),
      bind(routes.enablePerson, texts, runEnablePerson),
      bind(routes.resetPassword, texts, runResetPassword),
      bind(routes.linkPersonToInspector, texts, runLinkPersonToInspector),
      bind(routes.revealPersonNumber, texts, runRevealPersonNumber),
      bind(routes.saveListView, texts, saveListView),
      bind(routes.saveDisplaySettings, texts, saveDisplaySettings),
      bind(routes.advanceDemonstrationClock, texts, runAdvanceClock(mode)),
    ],
  };
}
