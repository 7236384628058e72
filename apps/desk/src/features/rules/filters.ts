import type { AccessRulesQuery } from '@samenspel/graphql-documents/desk'

export type Example = AccessRulesQuery['accessRules']['examples'][number]

/** By what examples can be chosen. */
export const filterNames = ['who', 'whose', 'category', 'action', 'outcome', 'policy'] as const
export type FilterName = (typeof filterNames)[number]
/** What was chosen; what isn't named lets everything through. */
export type Chosen = Readonly<Partial<Record<FilterName, string>>>

const valuesOf = (example: Example, name: FilterName): readonly string[] => name === 'policy' ? example.policies : [example[name]]

/** The examples that have everything that was chosen. */
export const chosenFrom = (examples: readonly Example[], chosen: Chosen): readonly Example[] =>
  examples.filter((example) => filterNames.every((name) => {
    const value = chosen[name]
    return value === undefined || valuesOf(example, name).includes(value)
  }))

/** What can still be chosen of one kind, next to the other choices: nothing that would leave no example. */
export const choicesOf = (examples: readonly Example[], name: FilterName, chosen: Chosen): readonly string[] =>
  [...new Set(chosenFrom(examples, { ...chosen, [name]: undefined }).flatMap((example) => valuesOf(example, name)))].sort((a, b) => a.localeCompare(b))
