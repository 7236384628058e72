/** Names that may stand in nothing that is told outside a family: of its people and their places, of who helps them, of organisations. */
import type { KnownNames } from '@samenspel/intl/traces'
import type { Organisation } from '@samenspel/register'
import { shown, type Opened } from './gate.ts'
import type { CaseRecord } from './case-record.ts'

/** Only of whom and what opened: a name that somebody may not know is not found in their words either. */
export const knownNamesOf = ({ file, directory }: Pick<CaseRecord, 'file' | 'directory'>, opened: Opened): KnownNames => {
  const members = shown(opened, 'member').map(({ item: { value } }) => value)
  const practitioners = [...opened.professionals].flatMap((id) => directory.practitioner(id) ?? [])
  return {
    persons: [opened.head.name, ...members.flatMap(({ firstName, name }) => name === undefined ? [firstName] : [firstName, name]), ...practitioners.map(({ name }) => name)].filter((name) => name !== ''),
    organisations: [...shown(opened, 'support').map(({ item: { value } }) => value.name), ...practitioners.flatMap(({ organisation }) => directory.organisation(organisation)?.name ?? [])],
    places: shown(opened, 'home').map(({ item: { value } }) => value.address), caseNumbers: [file.family.caseNumber],
  }
}

/** Of the register everybody knows every organisation; where they are, only who has to do with them. */
export const namesOfRegister = (organisations: readonly Organisation[]): KnownNames => ({
  persons: [], organisations: organisations.flatMap(({ name, groups }) => [name, ...groups.map((group) => group.name)]), places: [], caseNumbers: [],
})

export const joinedNames = (...some: readonly KnownNames[]): KnownNames => ({
  persons: unique(some.flatMap(({ persons }) => persons)), organisations: unique(some.flatMap(({ organisations }) => organisations)), places: unique(some.flatMap(({ places }) => places)), caseNumbers: unique(some.flatMap(({ caseNumbers }) => caseNumbers)),
})

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)]
