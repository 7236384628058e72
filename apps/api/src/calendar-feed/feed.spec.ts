import { describe, expect, test } from '@jest/globals'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { feedOf, type FeedEntry } from './feed.ts'

const visit: FeedEntry = {
  appointmentId: '00000000-0000-4000-8000-0000000000a1', date: '2027-01-12', start: '10:00', end: '10:45', zone: 'Europe/Amsterdam',
  address: 'Wilgenlaan 21, Druivendal', isCancelled: false, changedAt: '2027-01-02T09:00:00.000Z',
}
const options = { title: 'Afspraak', language: 'nl', remindersPaused: false } as const

/** What one independent reader makes of a feed. */
const read = (text: string) => new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent').map((component) => {
  const event = new ICAL.Event(component)
  return {
    uid: event.uid, summary: event.summary, location: event.location, start: event.startDate.toJSDate().toISOString(), end: event.endDate.toJSDate().toISOString(),
    sequence: event.sequence, status: component.getFirstPropertyValue('status'), alarms: component.getAllSubcomponents('valarm').length,
  }
})
/** What another one makes of it. */
const readElsewhere = (text: string) => Object.values(nodeIcal.sync.parseICS(text)).flatMap((entry) => entry?.type === 'VEVENT' ? [entry] : [])

describe('the calendar feed of a parent', () => {
  test('two independent readers find the same appointment at the same moment', () => {
    const text = feedOf([visit], options)
    expect(read(text)).toEqual([expect.objectContaining({
      uid: `${visit.appointmentId}@samenspel`, summary: 'Afspraak', location: visit.address, start: '2027-01-12T09:00:00.000Z', end: '2027-01-12T09:45:00.000Z', status: 'CONFIRMED',
    })])
    const [other] = readElsewhere(text)
    expect([other?.start.toISOString(), other?.end?.toISOString(), other?.summary]).toEqual(['2027-01-12T09:00:00.000Z', '2027-01-12T09:45:00.000Z', 'Afspraak'])
  })
  test('local time stays what it was over summer time', () => {
    const [winter, summer] = read(feedOf([{ ...visit, date: '2027-03-27' }, { ...visit, appointmentId: 'b', date: '2027-03-29' }], options))
    expect([winter?.start, summer?.start]).toEqual(['2027-03-27T09:00:00.000Z', '2027-03-29T08:00:00.000Z'])
  })
  test('a change keeps the identity and counts as newer; a cancelled one says so and rings nobody (A-10)', () => {
    const [before] = read(feedOf([visit], options))
    const [after] = read(feedOf([{ ...visit, start: '11:00', end: '11:45', changedAt: '2027-01-03T09:00:00.000Z' }], options))
    const [cancelled] = read(feedOf([{ ...visit, isCancelled: true }], options))
    expect(after?.uid).toBe(before?.uid)
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Infinity)
    expect(cancelled).toMatchObject({ status: 'CANCELLED', alarms: 0 })
  })
  test('while it is too much, no calendar reminds', () => {
    expect(read(feedOf([visit], options))[0]?.alarms).toBe(2)
    expect(read(feedOf([visit], { ...options, remindersPaused: true }))[0]?.alarms).toBe(0)
  })
  test('an empty feed is a calendar without appointments', () => {
    expect(read(feedOf([], options))).toEqual([])
  })
  test('lines are folded and end as the standard asks', () => {
    const text = feedOf([{ ...visit, address: `${'Zeer lange straatnaam é 漢字 '.repeat(9)}12` }], options)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(read(text)[0]?.location).toContain('漢字')
  })
})
