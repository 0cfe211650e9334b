import { dirname, relative } from 'node:path';
import ts from 'typescript';

/** What is given for a placeholder: the texts of a choice, or what kinds of values it can be. */
export interface GivenValue {
  readonly name: string;
  readonly kinds: ReadonlySet<'number' | 'string' | 'own' | 'literal' | 'unknown'>;
  readonly literals: readonly string[];
}

/** A call of `t`, as the types tell: each key that it can have, and the values it gives. */
export interface TextCall {
  readonly where: string;
  /** Undefined where the type is any text or any key. */
  readonly keys: readonly string[] | undefined;
  readonly values: readonly GivenValue[];
}

/** Every call of `Texts.t` in the files of a TypeScript project. */
export function listCalls(tsconfig: string): readonly TextCall[] {
  const { config } = ts.readConfigFile(tsconfig, (path) => ts.sys.readFile(path)) as { config: unknown };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(tsconfig));
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  const calls: TextCall[] = [];
  for (const file of program.getSourceFiles()) {
    if (file.isDeclarationFile || program.isSourceFileFromExternalLibrary(file)) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && isTextCall(node, checker)) {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
        const where = `${relative(dirname(tsconfig), file.fileName)}:${line + 1}`;
        calls.push({ where, ...toCall(node, checker) });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return calls;
}

function isTextCall(node: ts.CallExpression, checker: ts.TypeChecker): boolean {
  const property = checker.getResolvedSignature(node)?.declaration?.parent;
  return (
    property !== undefined &&
    ts.isPropertySignature(property) &&
    property.name.getText() === 't' &&
    ts.isInterfaceDeclaration(property.parent) &&
    property.parent.name.text === 'Texts'
  );
}

function toCall(
  { arguments: [key, values] }: ts.CallExpression,
  checker: ts.TypeChecker,
): Pick<TextCall, 'keys' | 'values'> {
  const properties = values === undefined ? [] : checker.getTypeAtLocation(values).getProperties();
  return {
    keys: key && literalsOf(checker.getTypeAtLocation(key)),
    values: properties.map((property) => {
      const parts = partsOf(typeOf(property, checker));
      return {
        name: property.name,
        kinds: new Set(parts.map(toKind)),
        literals: parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : [])),
      };
    }),
  };
}

/** What is written in place keeps its literal type, which the type of the property no longer has. */
function typeOf(property: ts.Symbol, checker: ts.TypeChecker): ts.Type {
  const { valueDeclaration } = property;
  return valueDeclaration !== undefined && ts.isPropertyAssignment(valueDeclaration)
    ? checker.getTypeAtLocation(valueDeclaration.initializer)
    : checker.getTypeOfSymbol(property);
}

function literalsOf(type: ts.Type): readonly string[] | undefined {
  const parts = partsOf(type);
  const literals = parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
  return literals.length === parts.length ? literals : undefined;
}

function partsOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

function toKind(type: ts.Type): 'number' | 'string' | 'own' | 'literal' | 'unknown' {
  if (type.isStringLiteral()) return 'literal';
  if ((type.flags & ts.TypeFlags.NumberLike) !== 0) return 'number';
  if ((type.flags & ts.TypeFlags.StringLike) !== 0) return 'string';
  return type.getProperty('own') === undefined ? 'unknown' : 'own';
}
