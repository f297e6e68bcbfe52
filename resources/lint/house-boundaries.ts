/** oxlint plugin `house`: the table in boundaries.ts, and no mocking of Electron. Paths are seen from the working directory. */
import path from 'node:path';
import { objection } from './boundaries.ts';

type Literal = Readonly<{ type: string; value?: unknown }>;
type ImportNode = Readonly<{
  source: Literal | null;
  importKind?: 'type' | 'value';
  exportKind?: 'type' | 'value';
}>;
type CallNode = Readonly<{
  callee: Readonly<{ type: string; object?: Readonly<{ name?: string }>; property?: Readonly<{ name?: string }> }>;
  arguments: readonly Literal[];
}>;
type Context = Readonly<{
  filename: string;
  cwd: string;
  report(problem: Readonly<{ node: unknown; message: string }>): void;
}>;

function createBoundaries(context: Context) {
  const from = path.relative(context.cwd, context.filename).replaceAll(path.sep, '/');
  function check(node: ImportNode): void {
    if (typeof node.source?.value !== 'string') return;
    const isTypeOnly = (node.importKind ?? node.exportKind) === 'type';
    const message = objection(from, node.source.value, isTypeOnly);
    if (message) context.report({ node, message });
  }
  return {
    ImportDeclaration: check,
    ImportExpression: check,
    ExportNamedDeclaration: check,
    ExportAllDeclaration: check,
  };
}

/** A mock of Electron proves our calls, not Electron's behaviour: hosts/electron is written against slices instead. */
function createNoElectronMock(context: Context) {
  return {
    CallExpression(node: CallNode): void {
      const { callee } = node;
      if (callee.type !== 'MemberExpression' || callee.object?.name !== 'vi') return;
      if (!['mock', 'doMock'].includes(callee.property?.name ?? '') || node.arguments[0]?.value !== 'electron') return;
      context.report({
        node,
        message: 'Test against a structural slice of Electron, not against a mock of the module.',
      });
    },
  };
}

const plugin = {
  meta: { name: 'house' },
  rules: { boundaries: { create: createBoundaries }, 'no-electron-mock': { create: createNoElectronMock } },
};
export default plugin;
