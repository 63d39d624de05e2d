import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';

/** https://v8.dev/blog/explicit-compile-hints: what has it as its first line is compiled whole, on another thread. */
const WHOLE = '//# allFunctionsCalledOnLoad\n';

/**
 * Says in the browser scripts of a build what runs as soon as a page loads. A browser reads a function to its end without
 * compiling it, until it is called: then it is read once more, in the thread that answers the reader's finger. What is
 * known to run can be compiled while it comes, on another thread (docs/decisions/0034).
 */
export async function compileAhead(distDir: string): Promise<void> {
  const folder = join(distDir, 'static', 'chunks');
  const rootFiles = await rootFilesOf(distDir);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  for (const name of names) {
    const path = join(folder, name);
    const code = await readFile(path, 'utf8');
    const modulesFirst = modulesAhead(code);
    const ahead = rootFiles.has(name) && !code.startsWith(WHOLE) ? WHOLE + modulesFirst : modulesFirst;
    if (ahead !== code) await writeFile(path, ahead);
  }
}

/** React, Next.js and their runtime: every page runs them. */
async function rootFilesOf(distDir: string): Promise<Set<string>> {
  const { rootMainFiles } = JSON.parse(await readFile(join(distDir, 'build-manifest.json'), 'utf8'));
  return new Set((rootMainFiles as string[]).map((file) => file.slice(file.lastIndexOf('/') + 1)));
}

/**
 * The code of one of Turbopack's chunks with its modules, the functions in the list that it hands over, in parentheses:
 * engines compile such a function with the script. Any other code comes back as it is.
 */
export function modulesAhead(code: string): string {
  const file = ts.createSourceFile('chunk.js', code, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  const modules = file.statements.flatMap(modulesOf);
  let ahead = '';
  let from = 0;
  for (const { pos, end } of modules) {
    ahead += `${code.slice(from, pos)}(${code.slice(pos, end)})`;
    from = end;
  }
  return ahead + code.slice(from);
}

/** `(globalThis.TURBOPACK || …).push([script, id, module, id, module, …])` */
function modulesOf(statement: ts.Statement): ts.Node[] {
  if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return [];
  const { expression, arguments: given } = statement.expression;
  const [list] = given;
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'push') return [];
  if (!list || !ts.isArrayLiteralExpression(list)) return [];
  return list.elements.filter((element) => ts.isArrowFunction(element) || ts.isFunctionExpression(element));
}
