import nx from '@nx/eslint-plugin'
import ts from 'typescript'
import tseslint from 'typescript-eslint'

/** Who may import whom: docs/develop/architecture.md, "The house". */
const depConstraints = [
  { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: ['type:kernel'] },
  { sourceTag: 'type:domain', onlyDependOnLibsWithTags: ['type:kernel'], bannedExternalImports: ['@nestjs/*', 'react', 'graphql', 'kysely', 'rxjs'] },
  { sourceTag: 'type:engine', onlyDependOnLibsWithTags: ['type:kernel'], bannedExternalImports: ['@nestjs/*', 'react', 'graphql', 'kysely', 'rxjs'] },
  { sourceTag: 'type:port', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:adapter', onlyDependOnLibsWithTags: ['type:port', 'type:testing'] },
  { sourceTag: 'type:codec', onlyDependOnLibsWithTags: ['type:port', 'type:kernel', 'type:testing'] },
  { sourceTag: 'type:integrity', onlyDependOnLibsWithTags: ['type:port'] },
  { sourceTag: 'type:read-models', onlyDependOnLibsWithTags: ['type:port', 'type:kernel', 'type:testing'] },
  { sourceTag: 'type:demo', onlyDependOnLibsWithTags: ['type:kernel', 'type:domain'] },
  { sourceTag: 'type:intl', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:documents', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:ui', onlyDependOnLibsWithTags: ['type:ui', 'type:intl'] },
  { sourceTag: 'scope:server', onlyDependOnLibsWithTags: ['scope:server', 'scope:shared'] },
  { sourceTag: 'scope:web', onlyDependOnLibsWithTags: ['scope:web', 'type:intl'] },
  { sourceTag: 'scope:e2e', onlyDependOnLibsWithTags: ['scope:e2e'] },
]

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

/** All other rules are those of `.oxlintrc.json`, for a tenth of the work; here stay the two that only this tool can tell. */
export default tseslint.config(
  { ignores: ['**/dist/**', '**/dist-*/**', '**/node_modules/**', '**/generated/**', '**/.nx/**', '**/test-results/**'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parser: tseslint.parser },
    plugins: { '@nx': nx },
    rules: { '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints }] },
  },
  {
    files: ['apps/api/src/{resolvers,graphql,http,calendar-feed,commands}/**/*.ts'], ignores: ['**/*.spec.ts'],
    plugins: { '@typescript-eslint': tseslint.plugin, gate: { rules: { 'only-words': onlyWords } } },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: beforeTheGate }], 'gate/only-words': 'error' },
  },
)
