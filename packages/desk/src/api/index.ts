/** Import as `../../api/index.ts`. */
export { show } from './client.ts';
export { type Outcome, type Refused } from './outcome.ts';
export { type Command, useCommand } from './use-command.ts';
export { useQueryRoute } from './use-query-route.ts';
export { useReadAgain } from './use-read-again.ts';
