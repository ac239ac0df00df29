import { readBundle, readLogKey, verify } from '@mingchou/verifier';

/** What the page asks of the worker: one bundle, recomputed away from the page so that it never freezes. */
export type Asked = { readonly zip: Uint8Array; readonly logKeys: readonly string[] };
export type Answered =
  | { readonly kind: 'report'; readonly report: ReturnType<typeof verify>; readonly milliseconds: number }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Recomputes a draw from its bundle's bytes; the log's signature is checked against the keys given. */
export function recompute({ zip, logKeys }: Asked): Answered {
  const start = performance.now();
  const bundle = readBundle(zip);
  if (!bundle.ok) return { kind: 'unreadable', why: bundle.refusal.text };
  const report = verify(bundle.value, { logKeys: logKeys.flatMap((key) => readLogKey(key) ?? []) });
  return { kind: 'report', report, milliseconds: performance.now() - start };
}

if (typeof document === 'undefined') {
  self.addEventListener('message', (event: MessageEvent<Asked>) => {
    self.postMessage(recompute(event.data));
  });
}
