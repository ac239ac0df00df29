/** Five lots on one line; the shortest is drawn. */
export function Logo({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" role="img" aria-label="明抽">
      <path d="M3 25h22" stroke="var(--ink)" strokeWidth="2" strokeLinecap="square" />
      <g fill="var(--ink)">
        <rect x="3" y="6" width="3.2" height="16" />
        <rect x="8.2" y="3" width="3.2" height="19" />
        <rect x="18.6" y="8" width="3.2" height="14" />
        <rect x="23" y="5" width="2.2" height="17" />
      </g>
      <rect x="13.4" y="13.5" width="3.2" height="8.5" fill="var(--seal)" />
    </svg>
  );
}
