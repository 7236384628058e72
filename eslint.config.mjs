import nx from '@nx/eslint-plugin'
import reactHooks from 'eslint-plugin-react-hooks'
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
  {
    group: ['@samenspel/family-case', '@samenspel/agenda', '@samenspel/register', '@samenspel/erasure', '@samenspel/safety', '@samenspel/accountability', '@samenspel/front-door'], allowTypeImports: true, message: 'States are folded and opened at the gate; here are only the words of the domain.',
    allowImportNames: ['authorityBases', 'authoritySources', 'authorityStatuses', 'consentBases', 'guardedKinds', 'measureKinds', 'keptRecords', 'safeguardSteps', 'statedKinds', 'datePrecisions', 'exchangeAgreements', 'goalScales', 'grantGrounds', 'lifeEventWeights', 'memberRoles', 'memberStatuses', 'drawnAs', 'dyadForms', 'dyadKinds', 'supportKinds', 'tieStrengths', 'overloadChoices', 'refusalGrounds', 'restrictionGrounds', 'restrictionRefusals', 'rules', 'verdicts', 'routes', 'settings', 'pauseReasons', 'spokenWays', 'windowsOfTolerance', 'contributionKinds', 'documentTypes', 'informants', 'waysOfTakingPart', 'wishesOfQuestions', 'presences', 'goalEndings', 'nextSteps', 'planAnswers', 'planRequirements', 'planTopics', 'planVariants', 'answerWays', 'treatmentStatuses', 'axes', 'classificationEditions', 'competenceDomains', 'competenceRatings', 'disorderClusters', 'ratingValues', 'stressorGroups', 'confidences', 'ecologicalLayers', 'factorDirections', 'factorOrigins', 'hypothesisOutcomes', 'processDomains',
      'advisers', 'considerationsOf', 'disclosureConsents', 'emergencyReasons', 'judgments', 'kindchecks', 'outcomes', 'skippingReasons', 'steps',
      'agreements', 'channels', 'consultationOutcomes', 'referredRoles', 'referrerDisciplines', 'signalGroups', 'urgencies'],
  },
]

export default tseslint.config(
  { ignores: ['**/dist/**', '**/dist-*/**', '**/node_modules/**', '**/generated/**', '**/.nx/**', '**/test-results/**'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  // Nest reads the classes of constructor parameters at run time.
  { files: ['apps/api/**/*.ts'], rules: { '@typescript-eslint/consistent-type-imports': 'off' } },
  {
    files: ['apps/api/src/{resolvers,graphql,http,calendar-feed,commands}/**/*.ts'], ignores: ['**/*.spec.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: beforeTheGate }] },
  },
  { files: ['**/*.tsx'], extends: [reactHooks.configs.flat.recommended] },
)
