import { describe, expect, test } from '@jest/globals'
import { viewText } from '@samenspel/intl/views'
import { ordersIn } from '../gate.ts'
import type { Reader } from './reader.ts'
import { unplannedView, type Unplanned } from './unplanned.ts'

const free = (date: string, from: string, to: string) => ({ freeTimeId: `${date} ${from}`, date, from, to, modalities: ['onsite'], places: ['hospital'] })
const block = (kind: string, person: string, label: string, weekdays: readonly number[], from: string, to: string) =>
  ({ item: { kind: 'rhythm', value: { person } }, place: { rhythm: [{ id: label, kind, label, weekdays, from, to }] } })
const need = (needId: string, label: string, status = 'open') => ({
  item: { kind: 'need', id: needId, value: { needId, label, status } },
})
const standing = (label: string, date: string, start: string, end: string) =>
  ({ item: { kind: 'appointment', value: { status: 'confirmed', date, attendees: ['mother'], practitioners: [], need: { label } } }, place: { appointment: { start, end } } })

type Sees = { readonly language?: 'nl' | 'en'; readonly isPortal?: boolean; readonly offers?: readonly object[]; readonly items?: readonly object[]; readonly orders?: readonly object[] }
const wednesdays = [free('2026-12-02', '13:00', '16:30'), free('2026-12-09', '13:00', '16:30')]

const readerWho = ({ language = 'nl', isPortal = false, offers = wednesdays, items = [], orders = [] }: Sees): Reader => ({
  language, isPortal, today: '2026-11-24', text: viewText(language),
  opened: { items, orders, named: new Map(Object.entries({ sem: 'Sem', mother: 'Anouk', father: 'Joost' }).map(([memberId, firstName]) => [memberId, { memberId, firstName, role: memberId === 'sem' ? 'child' : memberId, isIndexChild: memberId === 'sem', inHousehold: true }])) },
  directory: { practitioner: (id: string) => ({ id, name: 'Bram Dekker' }), offers: () => offers },
} as unknown as Reader)

const reason = (rules: readonly string[], sees: Sees = {}, otherNeeds: readonly string[] = []): string => unplannedView(readerWho(sees), {
  needId: 'dietician', rules, otherNeeds,
  need: { needId: 'dietician', label: 'Diëtist', staffing: [['bram']], attendance: [['sem', 'mother']], from: '2026-11-30', deadline: '2026-12-18', modalities: [{ kind: 'onsite', place: 'hospital' }] },
} as unknown as Unplanned).reason

const withTijn = block('siblingTime', 'mother', 'Middag met Tijn', [3], '12:00', '17:00')

describe('why a wish fits nowhere', () => {
  test('names when there is time, and what there is then', () => {
    expect(reason(['offer', 'unavailable'], { items: [withTijn] })).toBe('Bram Dekker biedt alleen tijd op woensdagmiddag, en dan is er beschermde tijd: Middag met Tijn.')
    expect(reason(['offer', 'unavailable'], { language: 'en', items: [withTijn] })).toBe('Bram Dekker offers time on Wednesday afternoon only, and then there is protected time: Middag met Tijn.')
  })
  test('tells no parent that the parents may not meet, and whoever plans does read it', () => {
    expect(reason(['apart'])).toContain('zouden de ouders elkaar treffen')
    expect(reason(['apart'], { isPortal: true })).toContain('past het niet in de week')
    const rules = (isPortal: boolean) => unplannedView(readerWho({ isPortal }), { needId: 'talk', rules: ['apart', 'offer'], otherNeeds: [], need: { label: 'Gesprek', staffing: [['bram']], attendance: [['mother']], from: '2026-11-30', deadline: '2026-12-18', modalities: [{ kind: 'digital' }] } } as unknown as Unplanned).rules
    expect([rules(false), rules(true)]).toEqual([['apart', 'offer'], ['offer']])
  })
  test('names the appointment that must come first, or later, to who sees both, and says nothing of an order to others', () => {
    const orders = [{ before: 'eeg', after: 'dietician', minDays: 3 }]
    const items = [need('eeg', 'EEG')]
    expect(reason(['offer', 'order'], { items, orders })).toBe('Bram Dekker biedt alleen tijd op woensdagmiddag, en dan moet dit na EEG komen, ten minste 3 dagen later.')
    expect(reason(['offer', 'order'], { items, orders, isPortal: true, language: 'en' })).toContain('this must come after EEG, at least 3 days later')
    expect(reason(['order'], { items, orders: [{ before: 'dietician', after: 'eeg', minDays: 1, maxDays: 4 }] })).toBe('Op elke tijd die Bram Dekker biedt, moet dit vóór EEG komen, 1 tot 4 dagen eerder.')
    expect(reason(['order'], { items, orders: [{ before: 'eeg', after: 'dietician', minDays: 2, maxDays: 9 }] })).toContain('moet dit na EEG komen, 2 tot 9 dagen later')
    // An order of which the gate lets one side through only isn't there.
    expect(reason(['offer', 'order'])).toBe('Bram Dekker biedt alleen tijd op woensdagmiddag, en dan past het niet in de week.')
    const rules = (sees: Sees) => unplannedView(readerWho(sees), { needId: 'dietician', rules: ['order', 'offer'], otherNeeds: [], need: { needId: 'dietician', label: 'Diëtist', staffing: [['bram']], attendance: [['sem']], from: '2026-11-30', deadline: '2026-12-18', modalities: [{ kind: 'digital' }] } } as unknown as Unplanned).rules
    expect([rules({ items, orders }), rules({ items })]).toEqual([['order', 'offer'], ['offer']])
  })
  test('says so too when the other one stands already and leaves no day', () => {
    const orders = [{ before: 'eeg', after: 'dietician', minDays: 3 }]
    expect(reason(['offer', 'window'], { items: [need('eeg', 'EEG', 'planned')], orders })).toContain('moet dit na EEG komen')
    expect(reason(['offer', 'window'], { items: [need('eeg', 'EEG')], orders })).not.toContain('EEG')
  })
  test('says in words what the newer rules say', () => {
    for (const rule of ['interpreter', 'equipment', 'closed', 'dayHours', 'motherMinutes', 'contactsPerWeek', 'sameTime']) expect(reason([rule])).not.toContain('past het niet in de week')
  })
  test('leaves unnamed what the reader does not see, or what is at another time', () => {
    expect(reason(['offer', 'unavailable'])).toBe('Bram Dekker biedt alleen tijd op woensdagmiddag, en dan kan een ouder niet.')
    expect(reason(['offer', 'unavailable'], { items: [block('siblingTime', 'mother', 'Middag met Tijn', [4], '12:00', '17:00')] })).toBe('Bram Dekker biedt alleen tijd op woensdagmiddag, en dan kan een ouder niet.')
    expect(reason(['offer', 'unavailable'], { items: [block('work', 'father', 'Werk', [3], '09:00', '17:00')] })).toContain('kan een ouder niet')
  })
  test('names several things of which each takes some of the times', () => {
    const offers = [free('2026-12-01', '13:00', '14:00'), free('2026-12-03', '11:00', '13:00')]
    expect(reason(['offer', 'unavailable', 'nap'], { offers, items: [block('work', 'mother', 'Werk', [2, 4], '08:00', '13:30')] }))
      .toBe('Bram Dekker biedt alleen tijd op dinsdagmiddag, donderdagochtend en donderdagmiddag, en dan werkt Anouk of slaapt Sem.')
  })
  test('says that nobody offers time, or none in a form that will do', () => {
    expect(reason(['offer', 'window'], { offers: [free('2026-12-23', '13:00', '14:00')] })).toBe('Bram Dekker biedt geen tijd aan op de dagen waarop deze afspraak mag.')
    expect(reason(['offer'])).toBe('Bram Dekker biedt alleen tijd op woensdagmiddag, en die tijd past niet bij deze afspraak.')
  })
  test('names other wishes and appointments only where the reader sees them', () => {
    const items = [need('neurologist', 'Kinderneuroloog'), standing('Kinderarts', '2026-12-02', '13:00', '16:30')]
    expect(reason(['tripsPerWeek'], { items }, ['neurologist', 'hidden'])).toBe('Dit past niet naast Kinderneuroloog: dan worden het te veel ritten in een week.')
    expect(reason(['offer', 'doubleBooked'], { items })).toBe('Bram Dekker biedt alleen tijd op woensdagmiddag, en dan is er al een afspraak: Kinderarts.')
    expect(reason(['offer', 'doubleBooked'], {}, ['hidden'])).toBe('Bram Dekker biedt alleen tijd op woensdagmiddag, en dan is er al een andere afspraak.')
  })
  test('is honest when nobody has found out', () => { expect(reason([])).toBe('Voor deze afspraak is nog geen moment gevonden.') })
  test.each([
    'window', 'offer', 'room', 'evening', 'nap', 'dayCentre', 'childAlone', 'unavailable', 'minding', 'apart', 'doubleBooked', 'travel', 'homeMinutes', 'childMinutes', 'appointmentsPerDay',
    'tripsPerWeek', 'eveningsPerWeek', 'order', 'sameProfessional', 'somethingNew',
  ])('is one whole sentence for %s, alone or with what is offered', (rule) => {
    for (const language of ['nl', 'en'] as const) for (const rules of [[rule], ['offer', rule]]) expect(reason(rules, { language })).toMatch(/^[A-Z][^{}]+[a-z]\.$/)
  })
})

describe('an order of appointments', () => {
  test('opens only where both of them opened, and are still asked', () => {
    const record = { agenda: { needs: { order: [{ before: 'therapy', after: 'dietician', minDays: 1 }, { before: 'eeg', after: 'dietician', minDays: 3 }] } } } as unknown as Parameters<typeof ordersIn>[1]
    const orders = (...items: readonly object[]) => ordersIn(items as Parameters<typeof ordersIn>[0], record).map(({ before }) => before)
    expect(orders(need('dietician', 'Diëtist'), need('eeg', 'EEG'), need('therapy', 'Gesprek'))).toEqual(['therapy', 'eeg'])
    expect(orders(need('dietician', 'Diëtist'), need('eeg', 'EEG'))).toEqual(['eeg'])
    expect(orders(need('eeg', 'EEG'), need('therapy', 'Gesprek'))).toEqual([])
    expect(orders(need('dietician', 'Diëtist', 'withdrawn'), need('eeg', 'EEG'))).toEqual([])
  })
})
