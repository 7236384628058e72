import { describe, expect, test } from '@jest/globals'
import { specify } from '@samenspel/kernel/testing'
import { agenda } from './agenda.ts'
import type { CalendarFeedCommand, CalendarFeedEvent } from './calendar-feed.ts'
import { aboutMother, father, mother, now, self } from './testing/family.ts'

const anAgenda = specify(agenda)
const open = (tokenHash: string): CalendarFeedCommand => ({ type: 'OpenCalendarFeed', by: self(mother), at: now, person: mother, tokenHash })
const opened = (tokenHash: string): CalendarFeedEvent => ({ type: 'CalendarFeedOpened', subject: aboutMother, by: self(mother), at: now, person: mother, tokenHash })
const close: CalendarFeedCommand = { type: 'CloseCalendarFeed', by: self(mother), at: now, person: mother }
const closed: CalendarFeedEvent = { type: 'CalendarFeedClosed', subject: aboutMother, by: self(mother), at: now, person: mother }

describe('a calendar feed', () => {
  test('is opened by the person whose it is, and opening it anew ends the former address', () => {
    anAgenda.given().when(open('first')).then(opened('first'))
    anAgenda.given(opened('first')).when(open('first')).thenNothing()
    expect(anAgenda.given(opened('first'), opened('second')).state().feeds).toEqual(new Map([[mother, { tokenHash: 'second', openedAt: now }]]))
  })
  test('is gone once it is closed', () => {
    anAgenda.given(opened('first')).when(close).then(closed)
    expect(anAgenda.given(opened('first'), closed).state().feeds.size).toBe(0)
    anAgenda.given(opened('first'), closed).when(close).thenNothing()
  })
  test('is not opened or closed for somebody else', () => {
    anAgenda.given().when({ ...open('first'), person: father }).thenRefused('not-yourself')
    anAgenda.given(opened('first')).when({ ...close, by: self(father) }).thenRefused('not-yourself')
  })
})
