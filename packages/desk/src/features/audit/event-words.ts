/** The nouns of the log as people call them. */
export const nounWords: Readonly<Record<string, string>> = {
  account: '账号',
  registry: '底册',
  catalogue: '事项清单',
  policy: '本局规则',
  plan: '计划',
  task: '任务',
  draw: '抽签',
  inspection: '检查',
  disclosure: '公示',
  exchange: '导入导出',
};

/** What an event says in the log; an event not yet worded is shown by its own name, not hidden. */
export function eventWords(eventType: string): string {
  return words[eventType] ?? eventType;
}

const words: Readonly<Record<string, string>> = {};
