import { expect, test } from '@jest/globals'
import { slimCalendar } from './slim-calendar.ts'

const file = (...events: readonly (readonly string[])[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Somebody//EN', ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']), 'END:VCALENDAR'].join('\r\n')

test('what somebody else wrote, or who was invited, stays on the device', () => {
  const slim = slimCalendar(file([
    'UID:a', 'DTSTART:20261125T090000', 'DTEND:20261125T100000', 'SUMMARY:vrij', 'DESCRIPTION:Bespreken hoe het thuis\r\n  gaat', 'ATTENDEE;CN=Iemand:mailto:iemand@example.org', 'LOCATION:Kamer 3',
    'BEGIN:VALARM', 'TRIGGER:-PT15M', 'SUMMARY:Alarm', 'END:VALARM', 'TRANSP:TRANSPARENT',
  ]), '2026-11-24')
  expect(slim).toBe(['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:a', 'DTSTART:20261125T090000', 'DTEND:20261125T100000', 'SUMMARY:vrij', 'TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR'].join('\n'))
})
test('what was over is left out, unless it goes on', () => {
  const uids = (...events: readonly (readonly string[])[]) => [...slimCalendar(file(...events), '2026-11-24').matchAll(/UID:(\w+)/g)].map(([, uid]) => uid)
  expect(uids(
    ['UID:past', 'DTSTART:20260101T090000', 'DTEND:20260101T100000'], ['UID:series', 'DTSTART:20260101T090000', 'DTEND:20260101T100000', 'RRULE:FREQ=WEEKLY'],
    ['UID:moved', 'DTSTART:20260102T090000', 'RECURRENCE-ID:20260101T090000'], ['UID:long', 'DTSTART:20261101T090000', 'DURATION:P30D'], ['UID:yesterday', 'DTSTART:20261123T230000Z'], ['UID:coming', 'DTSTART;VALUE=DATE:20261201'],
  )).toEqual(['series', 'moved', 'long', 'yesterday', 'coming'])
})
test('a folded word is whole again, and a file that breaks off is not mended', () => {
  expect(slimCalendar('BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Spreekuur voor same\n nspel\nDTSTART:20261201T090000', '2026-11-24')).toBe('BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Spreekuur voor samenspel\nDTSTART:20261201T090000')
})
test('a calendar of ten years becomes one that can be sent', () => {
  const years = Array.from({ length: 12_000 }, (_, index) => [`UID:${index}`, `DTSTART:${2016 + index % 11}${String(1 + index % 12).padStart(2, '0')}10T090000`, `DTEND:${2016 + index % 11}${String(1 + index % 12).padStart(2, '0')}10T100000`, `DESCRIPTION:${'Een lang verhaal. '.repeat(20)}`])
  const content = file(...years)
  expect([content.length > 4_000_000, slimCalendar(content, '2026-11-24').length < 20_000]).toEqual([true, true])
})
