/**
 * Everything a feature builds pages from; import it as `../../design/index.ts`.
 *
 *     <PageHead title="第2号抽签" state={<StateTag kind="waiting">等待开启</StateTag>} actions={<Button look="main">…</Button>} />
 *     <Gates label="抽签七步" gates={…} />
 *     <Columns side={372}>
 *       <Column><Panel title="承诺" sub="…"><Hash value={…} name="承诺" /></Panel></Column>
 *       <Column><ChecksPanel title="开签前检查" checks={…} /><History entries={…} /></Column>
 *     </Columns>
 */
export * from '../address/link.tsx';
export * from './button.tsx';
export * from './clause-chip.tsx';
export * from './deadline.ts';
export * from './deadline-cell.tsx';
export * from './dialog.tsx';
export * from './file-choice.tsx';
export * from './findings.tsx';
export * from './format.ts';
export * from './formula-row.tsx';
export * from './hash.tsx';
export * from './history.tsx';
export * from './icon.tsx';
export * from './lot-order.ts';
export * from './lots.tsx';
export * from './meter.tsx';
export * from './page-head.tsx';
export * from './panel.tsx';
export * from './seal.tsx';
export * from './state.tsx';
export * from './steps.tsx';
export * from './waiting.tsx';
export * from './words.tsx';
