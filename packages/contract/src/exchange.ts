import { importModes, runPhases, runStates } from '@mingchou/domain';
import { z } from 'zod';
import { listInput, pageOf } from './list.ts';
import { command, query } from './route.ts';
import { instant } from './time.ts';

const noun = 'exchange';

/** Which registry a workbook is for. */
export const importTargets = [
  'subject',
  'inspector',
  'region',
  'industry',
  'law',
  'mapping',
  'hazard',
  'visit',
] as const;
export type ImportTarget = (typeof importTargets)[number];
export const importTargetTitles: Readonly<Record<ImportTarget, string>> = {
  subject: '抽查对象',
  inspector: '执法人员',
  region: '行政区划代码',
  industry: '国民经济行业代码',
  law: '法律依据',
  mapping: '清单对应关系',
  hazard: '重大事故隐患',
  visit: '其他部门的检查',
};

/** Lists that can be taken out as they are shown. */
export const exportLists = ['subjects', 'inspectors'] as const;
export type ExportList = (typeof exportLists)[number];
export const exportListTitles: Readonly<Record<ExportList, string>> = {
  subjects: '抽查对象',
  inspectors: '执法人员',
};

const counts = z.object({
  new: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  wrong: z.number().int(),
});

/** 进度: a long import on its way, or how it ended. */
export const importRun = z.object({
  state: z.enum(runStates),
  phase: z.enum(runPhases),
  /** Rows of the phase it is in. */
  done: z.number().int(),
  total: z.number().int(),
  /** How long it has been in this phase, when it was last heard of. */
  secondsSpent: z.number(),
  /** Of the phase it is in; null while nothing can be said. */
  secondsLeft: z.number().int().nullable(),
  by: z.string(),
  askedAt: instant,
  endedAt: instant.nullable(),
  /** Why nothing was imported, where it was refused. */
  message: z.string().nullable(),
});

/** One row of a dry run: what would happen to it and why. */
export const dryRunRow = z.object({
  row: z.number().int(),
  verdict: z.enum(['new', 'changed', 'wrong']),
  /** The first two columns as written, to find the row again. */
  name: z.string(),
  key: z.string(),
  problems: z.array(z.object({ column: z.string(), text: z.string() })),
  notes: z.array(z.string()),
  changes: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
});

/** 试读: what an import would do. Of very long lists the first rows are shown, wrong ones first. */
export const dryRunView = z.object({
  id: z.uuid(),
  target: z.enum(importTargets),
  fileName: z.string(),
  fileHash: z.string(),
  sheet: z.string(),
  headRow: z.number().int(),
  /** Heads that were not read, and other sheets that look the same. */
  ignored: z.array(z.string()),
  unread: z.array(z.string()),
  counts,
  rows: z.array(dryRunRow),
  /** Cells that were merged over several rows; each row got the value. */
  merged: z.number().int(),
  importedAt: instant.nullable(),
  undoneAt: instant.nullable(),
  /** It is the last import that stands; rows changed since may still forbid it. */
  undoable: z.boolean(),
  /** The last long import of it; null where it was none. */
  run: importRun.nullable(),
});

/** A file for the browser to save. */
export const fileReply = z.object({ name: z.string(), mediaType: z.string(), base64: z.base64() });

export const importRow = z.object({
  id: z.uuid(),
  target: z.enum(importTargets),
  fileName: z.string(),
  by: z.string(),
  triedAt: instant,
  counts,
  importedAt: instant.nullable(),
  undoneAt: instant.nullable(),
  undoneBy: z.string().nullable(),
  /** It is the last one that stands; rows changed since may still forbid it. */
  undoable: z.boolean(),
  run: importRun.nullable(),
});

const base64 = z.base64().max(20_000_000, '文件太大');

export const exchangeRoutes = {
  dryRunImport: command({
    noun,
    name: 'dry-run-import',
    summary: '试读一个名录文件：新增、更新、相同、有错各多少，不改动名录',
    input: z.object({
      target: z.enum(importTargets),
      fileName: z.string().trim().min(1).max(255),
      base64,
      /** 列名对应 by hand, remembered for the next file with the same heads. */
      mapping: z
        .object({
          heads: z.array(z.string().max(200)).max(200),
          columns: z.record(z.string().max(40), z.string().max(200)),
        })
        .optional(),
    }),
    reply: dryRunView,
  }),
  confirmImport: command({
    noun,
    name: 'confirm-import',
    summary: '把试读过的文件导入名录，一次完成或完全不做',
    input: z.object({ dryRunId: z.uuid(), mode: z.enum(importModes) }),
    reply: z.object({
      ...{ new: z.number().int(), changed: z.number().int(), skipped: z.number().int() },
      /** False for a long list, which is being written now: `show-import-run` tells how far it is. */
      finished: z.boolean(),
    }),
  }),
  readHeads: command({
    noun,
    name: 'read-heads',
    summary: '读出文件的表头，供手工对应列名',
    keepReply: false,
    input: z.object({ target: z.enum(importTargets), base64 }),
    reply: z.object({
      columns: z.array(z.object({ key: z.string(), title: z.string(), required: z.boolean(), hint: z.string() })),
      heads: z.array(
        z.object({
          sheet: z.string(),
          row: z.number().int(),
          heads: z.array(z.string()),
          mapping: z.record(z.string(), z.string()),
        }),
      ),
    }),
  }),
  undoImport: command({
    noun,
    name: 'undo-import',
    summary: '撤销上次导入：新增的移出名录，更新的恢复原样，经过留存',
    input: z.object({ dryRunId: z.uuid() }),
    reply: z.object({ removed: z.number().int(), restored: z.number().int() }),
  }),
  beginExport: command({
    noun,
    name: 'begin-export',
    summary: '导出名录：筛选、列和次序和页面上一样，文件另从返回的地址下载',
    keepReply: false,
    input: z.object({
      list: z.enum(exportLists),
      format: z.enum(['xlsx', 'csv']),
      /** Keys of the columns as shown, from left to right. */
      columns: z.array(z.string().max(40)).min(1).max(50),
      /** Filters and order as the list query takes them. */
      listing: z.record(z.string().max(40), z.string().max(200)),
    }),
    reply: z.object({ id: z.uuid(), address: z.string() }),
  }),
  listExports: query({
    noun,
    name: 'list-exports',
    summary: '导出的经过：谁、何时、多少行、文件的SHA-256',
    input: listInput,
    reply: pageOf(
      z.object({
        id: z.uuid(),
        list: z.enum(exportLists),
        format: z.enum(['xlsx', 'csv']),
        by: z.string(),
        at: instant,
        /** Filters and order in words; none: the whole list as it stands. */
        narrowed: z.array(z.string()),
        /** Heads of its columns from left to right. */
        columns: z.array(z.string()),
        /** Null while the file has not left whole. */
        rows: z.number().int().nullable(),
        sha256: z.string().nullable(),
      }),
    ),
  }),
  showDryRun: query({
    noun,
    name: 'show-dry-run',
    summary: '一次试读的结果',
    input: z.object({ dryRunId: z.uuid() }),
    reply: dryRunView,
  }),
  showImportRun: query({
    noun,
    name: 'show-import-run',
    summary: '一次较大导入的进度和结果',
    input: z.object({ dryRunId: z.uuid() }),
    reply: z.object({ run: importRun.nullable() }),
  }),
  listLiveImports: query({
    noun,
    name: 'list-live-imports',
    summary: '正在进行的导入，和本人没有办成的导入',
    input: z.object({}),
    reply: z.object({
      rows: z.array(
        z.object({
          dryRunId: z.uuid(),
          target: z.enum(importTargets),
          fileName: z.string(),
          own: z.boolean(),
          run: importRun,
        }),
      ),
    }),
  }),
  listImports: query({
    noun,
    name: 'list-imports',
    summary: '试读和导入的经过',
    input: listInput.extend({ target: z.enum(importTargets).optional() }),
    reply: pageOf(importRow),
  }),
  downloadTemplate: query({
    noun,
    name: 'download-template',
    summary: '名录模板，附填写说明',
    input: z.object({ target: z.enum(importTargets) }),
    reply: fileReply,
  }),
  downloadWrongRows: query({
    noun,
    name: 'download-wrong-rows',
    summary: '试读有错的行，原样退回并写明错误原因',
    input: z.object({ dryRunId: z.uuid() }),
    reply: fileReply,
  }),
};

export type DryRunView = z.output<typeof dryRunView>;
export type ImportRun = z.output<typeof importRun>;
export type DryRunRow = z.output<typeof dryRunRow>;
