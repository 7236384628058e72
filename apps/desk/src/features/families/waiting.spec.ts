import { describe, expect, test } from '@jest/globals'
import { waitingIn } from './waiting.ts'

type Family = Parameters<typeof waitingIn>[0]
const proposal = (status: Family['proposals'][number]['status'], ...answers: readonly [string, 'YES' | null][]): Family['proposals'][number] =>
  ({ id: status, status, sentAt: null, answers: answers.map(([firstName, answer]) => ({ memberId: firstName, firstName, answer, at: null })) })
const quiet: Family = { id: 'verhoeven', proposals: [], changeRequests: [], reflectionPrompts: [], fellAway: [] }

describe('who waits for whom', () => {
  test('nobody, when nothing is open', () => {
    expect(waitingIn(quiet)).toEqual([])
  })

  test('the team waits for each adult who has not answered, named once', () => {
    const family = { ...quiet, proposals: [proposal('SENT', ['Anouk', 'YES'], ['Joost', null]), proposal('SENT', ['Joost', null]), proposal('WITHDRAWN', ['Anouk', null])] }
    expect(waitingIn(family)).toEqual([{ kind: 'answer', id: 'Joost', firstName: 'Joost' }])
  })

  test('a parent who asked for another moment waits first', () => {
    const request = { id: 'r', memberId: 'm', firstName: 'Anouk', at: '', proposalId: null, appointmentId: null, words: null }
    const family = { ...quiet, reflectionPrompts: [{ id: 'p', isOpen: true }], changeRequests: [{ ...request, isOpen: true }, { ...request, id: 'old', isOpen: false }] }
    expect(waitingIn(family).map((one) => one.kind)).toEqual(['other-moment', 'reflection'])
  })
})
