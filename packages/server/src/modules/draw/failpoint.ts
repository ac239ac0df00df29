/** Every step of a draw's commands at which its process may die, in the order in which a draw goes through them. */
export const failpoints = [
  'seal-witness:decided',
  'seal-witness:saved',
  'seal-witness:published',
  'freeze-roster:decided',
  'freeze-roster:roster-saved',
  'freeze-roster:saved',
  'publish-commitment:decided',
  'publish-commitment:hashed',
  'publish-commitment:files-saved',
  'publish-commitment:logged',
  'publish-commitment:bundle-saved',
  'publish-commitment:saved',
  'publish-commitment:published',
  'record-dice:decided',
  'record-dice:saved',
  'record-dice:published',
  'confirm-dice:decided',
  'confirm-dice:saved',
  'confirm-dice:published',
  'reveal-witness:decided',
  'reveal-witness:saved',
  'reveal-witness:published',
  'run-draw:decided',
  'run-draw:computed',
  'run-draw:files-saved',
  'run-draw:bundles-saved',
  'run-draw:logged',
  'run-draw:rows-saved',
  'run-draw:saved',
  'run-draw:task-stepped',
  'run-draw:published',
  'dispatch-task:decided',
  'dispatch-task:saved',
  'dispatch-task:task-stepped',
  'dispatch-task:visits-created',
  'dispatch-task:published',
  'amend-draw:files-saved',
  'amend-draw:saved',
  'amend-draw:logged',
  'unseal-draw:decided',
  'unseal-draw:files-opened',
  'unseal-draw:published',
  'void-draw:decided',
  'void-draw:saved',
  'void-draw:result-kept',
  'void-draw:amendment-kept',
  'void-draw:logged',
  'void-draw:task-returned',
  'void-draw:published',
] as const;

export type Failpoint = (typeof failpoints)[number];

/**
 * Kills this process at a named step, as a power cut would, when MINGCHOU_FAILPOINT names it, or lets the command fail
 * there when MINGCHOU_ABORTPOINT does, as a database that has gone away would. Only tests set them: they show that a draw is
 * afterwards wholly there or wholly absent.
 */
export function reachStep(step: Failpoint): void {
  if (process.env['MINGCHOU_FAILPOINT'] === step) process.kill(process.pid, 'SIGKILL');
  if (process.env['MINGCHOU_ABORTPOINT'] === step) throw new Error(`aborted at ${step}`);
}
