import ts from 'typescript'
import tseslint from 'typescript-eslint'

/** What answers people works with what the gate opened: it can't reach what is kept, nor open anything itself. */
const beforeTheGate = [
  { group: ['**/composition/*', '!**/composition/tokens.ts', '**/read-models/*'], message: 'Ask the gate (disclosure/): what is kept is not for answers.' },
  { group: ['**/disclosure/**'], allowTypeImports: true, message: 'The parts of the gate come from outside, by their token.' },
  { group: ['@samenspel/event-*', '@samenspel/access', '@samenspel/read-models', '@samenspel/log-integrity', '@samenspel/bundling'], message: 'Only the gate looks behind itself.' },
]

/** States are folded and opened at the gate. Before it there are the words of the domain: types, and what is made of texts and numbers alone; nothing that does anything. */
const onlyWords = {
  meta: { type: 'problem', schema: [], messages: { does: 'States are folded and opened at the gate (disclosure/): here are only the words of the domain, and {{ name }} does something.' } },
  create: (context) => {
    const { program, getTypeAtLocation } = context.sourceCode.parserServices
    const checker = program.getTypeChecker()
    const isWords = (type) => (type.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike)) !== 0 ||
      (type.isUnion() ? type.types.every(isWords) : checker.isArrayType(type) || checker.isTupleType(type) ? checker.getTypeArguments(type).every(isWords)
        : (type.flags & ts.TypeFlags.Object) !== 0 && type.getCallSignatures().length === 0 && type.getProperties().every((property) => isWords(checker.getTypeOfSymbol(property))))
    const domain = /^@samenspel\/(family-case|agenda|register|erasure|safety|accountability|front-door)$/
    const isTaken = ({ source, importKind, exportKind }) => source !== null && domain.test(source.value) && (importKind ?? exportKind) !== 'type'
    const report = (node, name) => context.report({ node, messageId: 'does', data: { name } })
    return {
      ImportDeclaration: (node) => {
        if (isTaken(node)) for (const one of node.specifiers) if (one.importKind !== 'type' && (one.type !== 'ImportSpecifier' || !isWords(getTypeAtLocation(one.local)))) report(one, one.local.name)
      },
      'ExportNamedDeclaration, ExportAllDeclaration': (node) => { if (isTaken(node)) report(node, node.source.value) },
    }
  },
}

/** All other rules are those of `.oxlintrc.json`, for a tenth of the work; here stays what asks for types by a rule of our own. */
export default tseslint.config(
  { ignores: ['**/dist/**', '**/dist-*/**', '**/node_modules/**', '**/generated/**', '**/.nx/**', '**/test-results/**'] },
  {
    files: ['apps/api/src/{resolvers,graphql,http,calendar-feed,commands}/**/*.ts'], ignores: ['**/*.spec.ts'],
    plugins: { '@typescript-eslint': tseslint.plugin, gate: { rules: { 'only-words': onlyWords } } },
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: beforeTheGate }], 'gate/only-words': 'error' },
  },
)
