import ts from 'typescript';

/** What one source file is made of. */
export interface Measure {
  readonly lines: number;
  /** Lines of every function that has a body of statements. */
  readonly functions: readonly NamedLength[];
  readonly imports: readonly string[];
  readonly any: number;
  /** Assertions `x as T`; `as const` asserts nothing and is not counted. */
  readonly assertions: number;
  readonly nonNull: number;
  /** Calls of `test(…)` and `it(…)`; a table of examples counts once. */
  readonly tests: number;
}

export interface NamedLength {
  readonly name: string;
  readonly lines: number;
}

/** Reads a source text; `file` tells TypeScript from TSX. */
export function measure(file: string, text: string): Measure {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const nodes = [...everyNode(source)];
  return {
    lines: lineCount(text),
    functions: nodes.filter(isFunctionWithBody).map((node) => ({ name: nameOf(node), lines: linesOf(source, node) })),
    imports: nodes.flatMap(importedFrom),
    any: nodes.filter((node) => node.kind === ts.SyntaxKind.AnyKeyword).length,
    assertions: nodes.filter((node) => ts.isAsExpression(node) && node.type.getText() !== 'const').length,
    nonNull: nodes.filter(ts.isNonNullExpression).length,
    tests: nodes.filter(isTest).length,
  };
}

function* everyNode(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* everyNode(child);
}

function lineCount(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

function linesOf(source: ts.SourceFile, node: ts.Node): number {
  const line = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  return line(node.end) - line(node.getStart()) + 1;
}

function isFunctionWithBody(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined && ts.isBlock(node.body);
}

function nameOf(node: ts.FunctionLikeDeclaration): string {
  if (node.name !== undefined) return node.name.getText();
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : 'without a name';
}

function importedFrom(node: ts.Node): string[] {
  if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) return [];
  const from = node.moduleSpecifier;
  return from !== undefined && ts.isStringLiteral(from) ? [from.text] : [];
}

/** `test('…', …)`, `test.each(table)('…', …)`, `test.skipIf(…)('…', …)`. */
function isTest(node: ts.Node): boolean {
  if (!ts.isCallExpression(node)) return false;
  const callee = node.expression;
  if (ts.isIdentifier(callee)) return callee.text === 'test' || callee.text === 'it';
  return ts.isCallExpression(callee) && /^(test|it)[.]/.test(callee.expression.getText());
}
