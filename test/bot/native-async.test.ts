import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { expect } from 'chai';
import ts from 'typescript';
import { withNativeAsync } from '../../bot/native-async.mjs';

const asPublished = (source: string) =>
  ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2015, module: ts.ModuleKind.CommonJS },
  }).outputText;

const source = `
  class Adder {
    constructor(private readonly start: number) {}
    async add(numbers: Promise<number>[]) {
      let sum = this.start;
      try {
        for (const number of numbers) sum += (await number) * 1 || (await Promise.resolve(0));
        const inner = async (more: number) => { if (more > 100) throw new Error('too much'); return more + this.start; };
        return [sum, await inner(sum)];
      } catch (error) {
        return [await Promise.resolve(-1), (error as Error).message];
      } finally {
        this.log?.(await Promise.resolve('done'));
      }
    }
    log?: (said: string) => void;
    async fails() { throw new TypeError('at once'); }
  }
  export const run = async (start: number, numbers: number[]) => {
    const adder = new Adder(start);
    const said: string[] = [];
    adder.log = (one) => said.push(one);
    const failed = await adder.fails().catch((error: unknown) => String(error));
    return JSON.stringify([await adder.add(numbers.map((one) => Promise.resolve(one))), said, failed]);
  };`;

/** Runs a CommonJS module and gives back what its `run` says. */
async function said(code: string, start: number, numbers: readonly number[]): Promise<unknown> {
  const exports: { run?: (start: number, numbers: readonly number[]) => Promise<unknown> } = {};
  const run: unknown = new Script(`(function (exports) {${code}\n})`).runInThisContext();
  if (typeof run !== 'function') throw new Error('Failed to load the code of the test.');
  Reflect.apply(run, undefined, [exports]);
  return exports.run?.(start, numbers);
}

const packages = [
  'botbuilder',
  'botbuilder-core',
  'botbuilder-stdlib',
  'botframework-connector',
  'botframework-schema',
  'botframework-streaming',
];

/** The files of the SDK that hold what was an `async` function. */
function sdkFiles(): readonly string[] {
  const modules = join(dirname(fileURLToPath(import.meta.url)), '../../node_modules');
  return packages
    .flatMap((name) =>
      readdirSync(join(modules, name, 'lib'), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(modules, name, 'lib', file),
      ),
    )
    .filter(
      (file) => file.endsWith('.js') && !/browser/.test(file) && /function\s*\*/.test(readFileSync(file, 'utf8')),
    );
}

/** The signs by which an async arrow function differs from a generator. */
const forms = [ts.SyntaxKind.AsteriskToken, ts.SyntaxKind.AsyncKeyword, ts.SyntaxKind.EqualsGreaterThanToken];
const isForm = (node: ts.Node): boolean => forms.includes(node.kind) && !ts.isBinaryExpression(node.parent);

/** What TypeScript reads in a file, the same for both forms: brackets, and how a function waits, are left out. */
function shapeOf(code: string): string {
  const kinds: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableStatement(node) && /^var __awaiter\b/.test(node.getText())) return;
    if (ts.isParenthesizedExpression(node)) {
      visit(node.expression);
      return;
    }
    const isGenerator = ts.isFunctionExpression(node) && node.asteriskToken !== undefined;
    if (isGenerator || ts.isArrowFunction(node)) kinds.push('function');
    else if (ts.isYieldExpression(node) || ts.isAwaitExpression(node)) kinds.push('waits');
    else if (isForm(node)) return;
    else kinds.push(ts.isToken(node) ? node.getText() : String(node.kind));
    kinds.push('(');
    ts.forEachChild(node, visit);
    kinds.push(')');
  };
  visit(ts.createSourceFile('file.js', code, ts.ScriptTarget.ES2022, true));
  return kinds.join(' ');
}

describe('the SDK with async functions', () => {
  it('does what the generators did: values, faults, this, try and finally', async () => {
    const published = asPublished(source);
    const native = withNativeAsync(published) ?? '';
    expect(published).to.match(/function\s*\*/);
    expect(native).not.to.match(/function\s*\*|\byield\b/);
    for (const [start, numbers] of [
      [1, [2, 3]],
      [1, [0, 0]],
      [60, [50]],
    ] as const) {
      const before = await said(published, start, numbers);
      expect(before).to.be.a('string').that.includes('done').and.includes('TypeError: at once');
      expect(await said(native, start, numbers)).to.equal(before);
    }
  });

  it('leaves a file alone that holds a generator of its own, or nothing of the kind', () => {
    expect(withNativeAsync(asPublished('export const one = 1;'))).to.equal(null);
    expect(withNativeAsync(asPublished(`${source}\nexport function* numbers() { yield 1; }`))).to.equal(null);
    expect(withNativeAsync(asPublished('export async function* numbers() { yield 1; }'))).to.equal(null);
    expect(withNativeAsync('const it = "function* () {"; // yield')).to.equal(null);
  });

  it('tells apart what a search for words would not', () => {
    const both = (body: string) => {
      const published = asPublished(`export async function run() { await 1; ${body} }`);
      return [shapeOf(published), shapeOf(withNativeAsync(published) ?? '')] as const;
    };
    const [same, asIt] = both('return (await 2) || 3;');
    expect(asIt).to.equal(same);
    for (const body of ['return "please yield";', 'return { yield() {} };', 'return /yield/;']) {
      const [published, native] = both(body);
      expect(native, body).not.to.equal(published);
    }
  });

  it('knows the shape of nearly every file of the SDK, and leaves everything else in them as it is', function () {
    this.timeout(20_000);
    const files = sdkFiles();
    const left = files.filter((file) => {
      const published = readFileSync(file, 'utf8');
      const native = withNativeAsync(published);
      if (native === null) return true;
      // A file that could not be read would throw here.
      new Script(`(function (exports, require, module) {${native}\n})`, { filename: file });
      if (shapeOf(native) !== shapeOf(published)) expect.fail(`${file} says something else`);
      return false;
    });
    expect(files.length).to.be.greaterThan(50);
    expect(left.map((file) => file.split(/[\\/]/).at(-1))).to.have.members([
      'allowedCallersClaimsValidator.js',
      'cloudSkillHandler.js',
      'createNodeServer.js',
    ]);
  });

  it('is what the server is built from', () => {
    const server = readFileSync('dist/server.cjs', 'utf8');
    const generators = server.match(/__awaiter\d*\((?:this|void 0),\s*void 0,\s*void 0,\s*function\s*\*/g) ?? [];
    // Those of the two files above, and of a proxy that is never asked.
    expect(generators.length).to.be.lessThan(6);
  });
});
