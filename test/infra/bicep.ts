import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Language, Parser, type Node } from 'web-tree-sitter';

/** The declarations of a Bicep file, read without the compiler. */
export interface BicepFile {
  readonly hasError: boolean;
  readonly text: string;
  readonly parameters: readonly Parameter[];
  readonly variables: readonly string[];
  readonly resources: readonly Declared[];
  readonly modules: readonly Declared[];
  readonly outputs: readonly string[];
  /** The number of uses of each name, without its declaration. */
  readonly uses: ReadonlyMap<string, number>;
  /** `a.outputs.b` as `['a', 'b']`. */
  readonly moduleOutputs: readonly (readonly [string, string])[];
}

interface Parameter {
  readonly name: string;
  readonly isRequired: boolean;
}

/** A resource or a module; `type` is the text between the quotes. */
interface Declared {
  readonly name: string;
  readonly type: string;
  readonly body: Node;
}

export const INFRA = join(__dirname, '../../infra');
const GRAMMAR = require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm');

export async function createBicepReader(): Promise<(path: string) => BicepFile> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync(GRAMMAR)));
  return (path) => {
    const text = readFileSync(join(INFRA, path), 'utf8');
    const tree = parser.parse(text);
    if (tree === null) throw new Error(`${path} cannot be read.`);
    return toBicepFile(tree.rootNode, text);
  };
}

function toBicepFile(root: Node, text: string): BicepFile {
  const declared = (type: string): readonly Declared[] =>
    root.descendantsOfType(type).filter(isNode).map(toDeclared);
  const parameters = root.descendantsOfType('parameter_declaration').filter(isNode);
  return {
    hasError: root.hasError,
    text,
    parameters: parameters.map((node) => ({ name: nameOf(node), isRequired: node.namedChildCount < 3 })),
    variables: namesOf(root, 'variable_declaration'),
    resources: declared('resource_declaration'),
    modules: declared('module_declaration'),
    outputs: namesOf(root, 'output_declaration'),
    uses: countUses(root),
    moduleOutputs: [...text.matchAll(/\b(\w+)\.outputs\.(\w+)/g)].map(([, from = '', output = '']) => [
      from,
      output,
    ]),
  };
}

function isNode(node: Node | null): node is Node {
  return node !== null;
}

function namesOf(root: Node, type: string): readonly string[] {
  return root.descendantsOfType(type).filter(isNode).map(nameOf);
}

function nameOf(declaration: Node): string {
  return declaration.namedChildren.find((child) => child?.type === 'identifier')?.text ?? '';
}

function toDeclared(node: Node): Declared {
  const type = node.namedChildren.find((child) => child?.type === 'string')?.text.slice(1, -1) ?? '';
  const [body] = node.descendantsOfType('object');
  if (!body) throw new Error(`${nameOf(node)} has no body.`);
  return { name: nameOf(node), type, body };
}

/** An `identifier` is a use unless it is the name of a declaration or property. */
function countUses(root: Node): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const node of root.descendantsOfType('identifier')) {
    if (!node || isNamed(node)) continue;
    uses.set(node.text, (uses.get(node.text) ?? 0) + 1);
  }
  return uses;
}

function isNamed(node: Node): boolean {
  const { parent } = node;
  const isFirst = parent?.namedChildren[0]?.id === node.id;
  return isFirst && (parent.type === 'object_property' || parent.type.endsWith('_declaration'));
}

/** The properties of an object, in order. */
export function propertiesOf(object: Node): ReadonlyMap<string, Node> {
  const entries = object.namedChildren.flatMap((property) => {
    const [key, value] = property?.type === 'object_property' ? property.namedChildren : [];
    return key && value ? [[key.text.replace(/^'|'$/g, ''), value] as const] : [];
  });
  return new Map(entries);
}

/** The node at a path such as `properties.siteConfig.ftpsState`. */
export function at(object: Node, path: string): Node | undefined {
  return path.split('.').reduce<Node | undefined>((node, key) => node && propertiesOf(node).get(key), object);
}
