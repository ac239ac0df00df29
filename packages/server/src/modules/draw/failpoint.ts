/**
 * Kills this process at a named step, as a power cut would, when MINGCHOU_FAILPOINT names it.
 * Only tests set it: they show that a draw is afterwards wholly there or wholly absent.
 */
export function reachStep(step: string): void {
  if (process.env['MINGCHOU_FAILPOINT'] === step) process.kill(process.pid, 'SIGKILL');
}
