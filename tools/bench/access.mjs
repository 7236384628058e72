// What a decision costs, and what a page of a case file does, beside reading and writing the same entries as JSON in the same round.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decide, disclose, noFacts, plainEntry, readRows, sceneOf } from '@samenspel/access'

const rounds = 15
const rows = readFileSync(join(import.meta.dirname, '../../libs/access/matrix.csv'), 'utf8')

/** Microseconds of this process's processor for one of so many runs: others may have the machine meanwhile. */
const costOf = (work, times) => {
  const before = process.cpuUsage()
  for (let i = 0; i < times; i += 1) work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / times
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

// ── A case of 300 entries, as long as one gets in some years

const subjects = [
  { kind: 'child', person: 'child' }, { kind: 'child', person: 'child' }, { kind: 'adult', person: 'mother' }, { kind: 'relation', persons: ['child', 'mother'] }, { kind: 'surroundings', person: 'child' },
]
const categories = ['development', 'medical', 'mentalHealth', 'social', 'contact', 'planning', 'plan']
const authors = [['dayCentre', 'kdc-1'], ['hospital', 'zkh-1'], ['youthCare', 'jz-1'], ['imhSpecialist', 'imh-1']]
const day = (n) => `2026-0${1 + n % 8}-${String(1 + n % 27).padStart(2, '0')}`
const entries = Array.from({ length: 300 }, (_, i) => {
  const [discipline, organisation] = authors[i % authors.length]
  return {
    entry: {
      ...plainEntry, subject: subjects[i % subjects.length], category: categories[(i >> 2) % categories.length], recorded: day(i % 2), occurred: day(i), locating: i % 11 === 0,
      author: { person: `${discipline}-1`, organisation, discipline }, mentions: i % 13 === 0 ? ['father'] : [],
    },
    content: i,
  }
})
const always = { from: '2020-01-01' }
const facts = {
  ...noFacts('NL'),
  children: [{ person: 'child', born: '2024-03-10', letsParentsRead: false }, { person: 'sibling', born: '2020-05-01', letsParentsRead: false }],
  authority: ['mother', 'father'].flatMap((adult) => ['child', 'sibling'].map((child) => ({ child, adult, period: always, verified: true }))),
  consents: categories.slice(0, 4).flatMap((category) => ['kdc-1', 'zkh-1', 'jz-1'].map((organisation) => (
    { effect: category === 'social' ? 'objection' : 'grant', subject: subjects[0], category, recipient: { kind: 'organisation', organisation }, period: always, signedBy: ['mother', 'father'] }))),
  team: authors.map(([discipline, organisation], i) => ({ person: `${discipline}-2`, organisation, discipline, role: i === 3 ? 'coordinator' : 'member', period: always })),
  registrations: [{ person: 'imhSpecialist-2', period: always }],
  employments: authors.map(([discipline, organisation]) => ({ person: `${discipline}-2`, organisation, period: always })),
}
const now = '2026-09-15T08:00:00.000Z'
const viewers = [
  ...authors.map(([discipline, organisation]) => ({ kind: 'care', person: `${discipline}-2`, organisation, discipline, secondFactor: true, purpose: 'treatment' })),
  ...['mother', 'father'].map((person) => ({ kind: 'portal', person, secondFactor: true })),
]

/** A page of fifty of what opens, and how many open in all. */
const page = (viewer) => {
  const open = disclose(viewer, entries, facts, now).filter(({ outcome }) => outcome === 'content')
  return { shown: open.slice(0, 50), count: open.length }
}

/** @returns the figures of the suite. */
export const measure = async () => {
  const scenes = readRows(rows).map(sceneOf)
  const decideAll = () => { for (const { viewer, action, entry, facts: known, now: at } of scenes) decide(viewer, action, entry, known, at) }
  const writeAll = () => { for (const { entry } of scenes) JSON.parse(JSON.stringify(entry)) }
  const pages = () => { for (const viewer of viewers) page(viewer) }
  const writeCase = () => { for (const _ of viewers) JSON.stringify(entries) }
  for (const work of [decideAll, writeAll, pages, writeCase]) costOf(work, 60)
  const measured = Array.from({ length: rounds }, () => ({
    decision: costOf(decideAll, 20) / scenes.length, json: costOf(writeAll, 20) / scenes.length,
    page: costOf(pages, 20) / viewers.length / 1000, written: costOf(writeCase, 20) / viewers.length / 1000,
  }))
  const of = (what) => median(measured.map((round) => round[what]))
  const ratio = (one, other) => median(measured.map((round) => round[one] / round[other]))
  const figure = (name, what, reference, goal) => ({ name, value: of(what), unit: what === 'decision' ? 'µs' : 'ms', reference: of(reference), ratio: ratio(what, reference), goal: `≤ ${goal}`, met: of(what) <= goal })
  return [
    figure('one decision, over all examples of the matrix; reference: its entry written and read as JSON', 'decision', 'json', 5),
    figure(`a page of 50 and the exact count of ${entries.length} entries; reference: the entries written as JSON`, 'page', 'written', 2),
  ]
}
