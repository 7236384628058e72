/** What the pages of practice cards read from an answer of the API: pure functions. */
import type { CardAge, PracticeCardsQuery, Route, Setting, ShelfCardQuery } from '@samenspel/graphql-documents/desk'
import type { DeskText } from '@samenspel/intl/desk'
import { tracesIn, type KnownNames, type Trace } from '@samenspel/intl/traces'
import type { useText } from '../../parts/text.ts'

type Speak = ReturnType<typeof useText>

export type FoundCard = PracticeCardsQuery['practiceCards']['nodes'][number]
export type ShelfCard = NonNullable<ShelfCardQuery['practiceCard']>

export const cardAges = ['BEFORE_BIRTH', 'BABY', 'TODDLER', 'PRESCHOOLER'] as const satisfies readonly CardAge[]
export const cardRoutes = ['PARENTS', 'BOND', 'SURROUNDINGS', 'CHILD'] as const satisfies readonly Route[]
export const cardSettings = ['HOME', 'GROUP', 'WARD', 'PRACTICE', 'DIGITAL', 'OUTDOORS'] as const satisfies readonly Setting[]

/** The texts of a card besides its title, in the order in which they are read, each with its heading; the second of each: it must be there. */
export const cardTexts = [['situation', true], ['talk', false], ['tried', true], ['whatHelped', true], ['whatDidNot', false], ['insight', false]] as const satisfies readonly (readonly [string, boolean])[]
export type CardText = (typeof cardTexts)[number][0]
export const headingOf = (field: CardText | 'title'): DeskText => `practiceCards.field.${field}`

/** For whom, along which route and where, in one line each. */
export const cardFacts = (text: Speak, { ages, routes, settings }: Pick<FoundCard, 'ages' | 'routes' | 'settings'>): readonly string[] =>
  [ages.map((age) => text(`practiceCards.age.${age}`)).join(' · '), routes.map((route) => text(`route.${route}`)).join(' · '), settings.map((setting) => text(`setting.${setting}`)).join(' · ')].filter((line) => line !== '')

/** What in the words could tell who it is about, field by field. */
export type FoundTrace = Trace & { readonly field: CardText | 'title' }
export const tracesOf = (values: Readonly<Record<CardText | 'title', string>>, known: KnownNames): readonly FoundTrace[] =>
  (['title', ...cardTexts.map(([field]) => field)] as const).flatMap((field) => tracesIn(values[field], known).map((trace) => ({ ...trace, field })))
