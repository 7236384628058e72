import { dayAfter } from '@samenspel/intl'

/** Bytes of the largest file that is looked at; a calendar of many years is smaller. */
export const largestFile = 20 * 1024 * 1024

/** What says when something is, and by what it is known as free. Everything else in a calendar is somebody's own and stays on this device. */
const kept = /^(?:BEGIN|END|VERSION|UID|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|TRANSP|STATUS|SUMMARY|FREEBUSY|X-MICROSOFT-CDO-BUSYSTATUS|TZID|TZOFFSETFROM|TZOFFSETTO)[;:]/i
const longestSummary = 120

/**
 * A calendar file (RFC 5545) without what no free time is read from: descriptions, guests, alarms, attachments, and single events that
 * were over before today. Series stay, since they may still go on.
 */
export const slimCalendar = (content: string, today: string): string => {
  const lines: string[] = []
  let event: string[] | undefined
  let depth = 0
  for (const line of content.replaceAll(/\r\n?/g, '\n').replaceAll(/\n[ \t]/g, '').split('\n')) {
    if (/^BEGIN:(?:VALARM|VTODO|VJOURNAL)\s*$/i.test(line)) depth += 1
    if (depth === 0 && kept.test(line)) {
      if (/^BEGIN:VEVENT\s*$/i.test(line)) event = []
      const slim = /^SUMMARY[;:]/i.test(line) ? line.slice(0, longestSummary) : line
      if (event === undefined) lines.push(slim)
      else event.push(slim)
      if (event !== undefined && /^END:VEVENT\s*$/i.test(line)) {
        if (!isOver(event, today)) lines.push(...event)
        event = undefined
      }
    }
    if (/^END:(?:VALARM|VTODO|VJOURNAL)\s*$/i.test(line)) depth = Math.max(0, depth - 1)
  }
  // What never ended is for the reader to refuse.
  return [...lines, ...event ?? []].join('\n')
}

/** A single event whose last day was before yesterday, so that it is over in every zone. */
const isOver = (event: readonly string[], today: string): boolean => {
  const dayOf = (name: RegExp) => event.flatMap((line) => name.test(line) ? /:(\d{4})(\d{2})(\d{2})/.exec(line) ?? [] : []).slice(1, 4).join('-')
  const last = dayOf(/^DTEND[;:]/i) || (event.some((line) => /^DURATION[;:]/i.test(line)) ? '' : dayOf(/^DTSTART[;:]/i))
  return last !== '' && last < dayAfter(today, -1) && !event.some((line) => /^(?:RRULE|RDATE|RECURRENCE-ID)[;:]/i.test(line))
}
