import globals from 'globals';
import tseslint from 'typescript-eslint';
import ts from 'typescript';

const onlyIndexReadsTheEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only src/index.ts reads the environment. Take the part of Config that you need as a parameter.',
};
/** Replaces TypeScript's `erasableSyntaxOnly`, which reports errors in the typings of teams-ai's dependencies. */
const onlyErasableSyntax = {
  selector: 'TSEnumDeclaration, TSParameterProperty, TSModuleDeclaration[declare!=true]',
  message: 'Use erasable syntax only: unions instead of enums, plain fields instead of parameter properties.',
};
/** `table[text]` and `text in table` also find inherited members: a text from outside may be "constructor". */
const noTextAsKey = {
  meta: {
    type: 'problem',
    messages: { textAsKey: 'Do not use a string as an object key: use a Map, or check Object.hasOwn first.' },
  },
  create(context) {
    const { getTypeAtLocation } = context.sourceCode.parserServices;
    const isText = (node) => (getTypeAtLocation(node).flags & ts.TypeFlags.String) !== 0;
    const report = (node) => context.report({ node, messageId: 'textAsKey' });
    return {
      'MemberExpression[computed=true]': (node) => isText(node.property) && report(node),
      'BinaryExpression[operator="in"]': (node) => isText(node.left) && report(node),
    };
  },
};
const noDefaultExport = { selector: 'ExportDefaultDeclaration', message: 'Use named exports.' };

export default tseslint.config(
  { ignores: ['lib/', 'coverage/', 'bench/results/', 'release/', 'node_modules/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: './test/tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    plugins: { local: { rules: { 'no-text-as-key': noTextAsKey } } },
    rules: {
      'local/no-text-as-key': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // botbuilder's credential factory implements the expected class instead of extending it.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      complexity: ['error', 10],
      'max-params': ['error', 3],
      'max-lines': ['error', { max: 250, skipComments: true, skipBlankLines: true }],
      // A factory's lines include those of its inner functions, which stay under 40 each.
      'max-lines-per-function': ['error', { max: 80, skipComments: true, skipBlankLines: true }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', onlyIndexReadsTheEnvironment, onlyErasableSyntax, noDefaultExport],
    },
  },
  {
    files: ['src/index.ts'],
    rules: { 'no-restricted-syntax': ['error', onlyErasableSyntax, noDefaultExport] },
  },
  {
    files: ['test/**/*.ts', 'sandbox/**/*.ts', 'bench/**/*.ts', 'tools/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 400, skipComments: true, skipBlankLines: true }],
      'max-lines-per-function': 'off',
      'no-restricted-syntax': ['error', onlyErasableSyntax, noDefaultExport],
    },
  },
  { files: ['sandbox/**/*.ts', 'bench/**/*.ts', 'tools/**/*.ts'], rules: { 'no-console': 'off' } },
  { files: ['test/**/*.ts'], rules: { 'local/no-text-as-key': 'off' } },
  {
    files: ['src/server/pages/*.js', 'sandbox/web/page/**/*.js'],
    languageOptions: { globals: { ...globals.browser }, sourceType: 'module' },
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error', eqeqeq: 'error' },
  },
);
