import { refuse, type Refusal } from './decider.ts'

/**
 * How a talk by picture begins: by the link of the organisation's own meeting room, or because the professional calls. No number
 * stands here: whoever calls reads it where the family keeps it, so that it lies in one place only.
 */
export type MeetingWay = { readonly kind: 'link'; readonly url: string } | { readonly kind: 'call' }

/** The longest link that is kept, in characters. */
export const longestLink = 500

/** @returns `link-invalid` unless it is an https address of a named host, without a name and password in it; nothing when it will do. */
export const refuseMeetingWay = (way: MeetingWay): { readonly refusal: Refusal } | undefined =>
  way.kind === 'call' || isMeetingLink(way.url) ? undefined : refuse('link-invalid', { longest: longestLink })

const isMeetingLink = (text: string): boolean => {
  if (text.length > longestLink || /[\s\p{C}"<>\\]/u.test(text) || !/^https:\/\//i.test(text) || !URL.canParse(text)) return false
  const { hostname, username, password } = new URL(text)
  return username === '' && password === '' && /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/.test(hostname)
}

export const isSameWay = (a: MeetingWay | undefined, b: MeetingWay | undefined): boolean =>
  a?.kind === b?.kind && (a?.kind !== 'link' || b?.kind !== 'link' || a.url === b.url)
