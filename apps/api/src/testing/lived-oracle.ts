/**
 * What the days of `lived.ts` should show, by somebody who read the model and none of the code: days and moments are numbers here, and
 * every rule is written out for just these few people.
 */
import type { Happening, Lived, Person } from './lived.ts'

type Consent = { yes: boolean; about: string; label: string; to: string; signed: readonly string[]; first: number; last: number; withdrawn: boolean }
type Written = { id: string; about: string; label: string; by: string; home: string; day: number; shieldedFrom: Set<string> }
type Stay = { who: string; first: number; last: number }

const homeOf: Record<string, string> = { worker: 'centre', colleague: 'centre', doctor: 'hospital' }
const everybody: readonly Person[] = ['worker', 'colleague', 'doctor', 'mother', 'father']

export const oracle = (): Lived => {
  let day = 0
  const stays: Stay[] = []
  const consents: Consent[] = []
  const written: Written[] = []
  const shields: { readonly entry: number; readonly from: string }[] = []
  const heard = new Map<string, Set<string>>()

  const counts = ({ yes, about, signed }: Consent): boolean => {
    if (about === 'mother') return signed.includes('mother')
    return yes ? signed.includes('mother') && signed.includes('father') : signed.length > 0
  }
  const consentTo = (one: Written, home: string): boolean => {
    const said = consents.filter((consent) => consent.about === one.about && (consent.label === '*' || consent.label === one.label) && (consent.to === 'all' || consent.to === home) &&
      consent.first <= day && day <= consent.last && !consent.withdrawn && counts(consent))
    const weight = (consent: Consent): [number, number] => [consent.to === 'all' ? 0 : 1, consent.label === '*' ? 0 : 1]
    const beaten = (consent: Consent): boolean => said.some((other) => {
      const [a, b] = [weight(other), weight(consent)]
      return a[0] >= b[0] && a[1] >= b[1] && (a[0] > b[0] || a[1] > b[1])
    })
    const left = said.filter((consent) => !beaten(consent))
    return left.length > 0 && left.every(({ yes }) => yes)
  }
  const reads = (who: string, one: Written): boolean => {
    const home = homeOf[who]
    if (home === undefined) return one.about === 'child' ? !one.shieldedFrom.has(who) : who === 'mother' && !one.shieldedFrom.has(who)
    const own = stays.filter((stay) => stay.who === who && stay.first <= day)
    const isThere = own.some(({ last }) => day <= last)
    if (own.length > 0 && !isThere && one.day > Math.max(...own.map(({ last }) => last))) return false
    if (one.by === who) return true
    return own.length > 0 && (one.home === home || consentTo(one, home))
  }
  const seen = (who: string): readonly string[] => written.filter((one) => reads(who, one)).map(({ id }) => id)
  const news = (): string => {
    const lines: string[] = []
    for (const who of everybody) {
      const known = heard.get(who)
      if (known === undefined) continue
      for (const id of seen(who)) if (!known.has(id)) { lines.push(`${who} hears of ${id}`); known.add(id) }
    }
    return lines.join()
  }

  const live = (happening: Happening): string => {
    switch (happening.type) {
      case 'day': day += 1; return ''
      case 'join': stays.push({ who: happening.who, first: day, last: Infinity }); return news()
      case 'leave': for (const stay of stays) if (stay.who === happening.who && stay.last === Infinity) stay.last = day; return news()
      case 'give': case 'object':
        consents.push({ yes: happening.type === 'give', about: happening.about, label: happening.label, to: happening.to, signed: happening.signed, first: day, last: day + (happening.days ?? Infinity), withdrawn: false })
        return news()
      case 'withdraw':
        for (const one of consents) if (one.yes && one.about === happening.about && one.label === happening.label && one.to === happening.to) one.withdrawn = true
        return news()
      case 'entry':
        written.push({
          id: `entry-${written.length + 1}`, about: happening.about, label: happening.label, by: happening.who, home: homeOf[happening.who]!, day,
          // A shield that was put up before holds from the beginning.
          shieldedFrom: new Set(shields.filter(({ entry }) => entry === written.length + 1).map(({ from }) => from)),
        })
        return news()
      case 'shield':
        shields.push(happening)
        written[happening.entry - 1]?.shieldedFrom.add(happening.from)
        return news()
      case 'look': return seen(happening.who).join()
      case 'search': return String(seen(happening.who).length)
      case 'subscribe': heard.set(happening.who, new Set(seen(happening.who))); return ''
    }
  }
  return { live }
}
