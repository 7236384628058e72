/** A small domain for the tests here: notes about children in a diary. */
import { nothingToDo, record, refuse, type Actor, type Decision, type Subject } from '@samenspel/kernel'
import type { DomainEvent } from '../domain-event.ts'
import { registerEvents, type EventTable } from '../event-types.ts'
import type { Foldable } from '../streams.ts'

export type DiaryEvent =
  | DomainEvent & { readonly type: 'DiaryOpened' }
  | DomainEvent & { readonly type: 'NoteAdded'; readonly text: string; readonly readers: readonly string[]; readonly language: string }

export type Diary = { readonly isOpen: boolean; readonly notes: readonly string[] }

export const diary: Foldable<Diary, DiaryEvent> = {
  initial: { isOpen: false, notes: [] },
  evolve: (state, event) => event.type === 'DiaryOpened' ? { ...state, isOpen: true } : { ...state, notes: [...state.notes, event.text] },
  evolveErased: state => ({ ...state, notes: [...state.notes, 'erased'] }),
}

export const diaryEvents: EventTable<DiaryEvent> = {
  DiaryOpened: [],
  NoteAdded: [
    note => ({ ...note, readers: ['family'] }),
    note => ({ ...note, language: note['readers'] instanceof Array && note['readers'].length > 0 ? 'nl' : 'und' }),
  ],
}
export const diaryTypes = registerEvents(diaryEvents)

const at = '2027-03-01T09:00:00.000Z'
export const child = '00000000-0000-4000-8000-00000000000c'
export const aboutChild: Subject = { kind: 'child', person: child }
export const dayCentre: Actor = { person: '00000000-0000-4000-8000-00000000000a', role: 'professional', organisation: '00000000-0000-4000-8000-0000000000d1', discipline: 'dayCentre' }
export const hospital: Actor = { person: '00000000-0000-4000-8000-00000000000b', role: 'professional', organisation: '00000000-0000-4000-8000-0000000000d2', discipline: 'hospital' }

export const opened = (): DiaryEvent => ({ type: 'DiaryOpened', subject: { kind: 'case' }, by: dayCentre, at })
export const note = (text: string, given: Partial<Omit<DomainEvent, 'type'>> = {}): DiaryEvent =>
  ({ type: 'NoteAdded', subject: aboutChild, by: dayCentre, at, text, readers: ['family'], language: 'nl', ...given })

export const open = (state: Diary): Decision<DiaryEvent> => state.isOpen ? nothingToDo : record(opened())
export const add = (text: string, given?: Partial<Omit<DomainEvent, 'type'>>) => (state: Diary): Decision<DiaryEvent> =>
  state.isOpen ? record(note(text, given)) : refuse('diary-closed')
