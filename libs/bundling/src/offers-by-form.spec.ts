import { expect, test } from '@jest/globals'
import { checkPlan } from './checker/check-plan.ts'
import type { Professional } from './format/case.ts'
import { plan } from './plan.ts'
import { aNeed, firstWeek, smallCase, smallFamily } from './testing/small-case.ts'

const [monday, tuesday] = firstWeek
/** On Monday on site only, on Tuesday in the evening by picture only. */
const professional: Professional = {
  discipline: 'any', organisation: 'any',
  free: { [monday]: [['10:00', '11:00']], [tuesday]: [['20:00', '21:00']] },
  freeFor: { 'onsite@hospital': { [monday]: [['10:00', '11:00']] }, digital: { [tuesday]: [['20:00', '21:00']] } },
}
const talk = aNeed('talk', { modalities: ['onsite@hospital', 'digital'], attendance: [['parentA']] })

test('who offers other times for other forms is planned in the form of each time', async () => {
  const instance = smallCase(smallFamily({ needs: [talk], sitter: true }), { 'pro-1': professional })
  const { appointments: [chosen] } = await plan(instance)
  expect(chosen).toMatchObject({ date: tuesday, start: '20:00', modality: 'digital' })
})

test('a form is refused at a time that is offered for another', () => {
  const instance = smallCase(smallFamily({ needs: [talk], sitter: true }), { 'pro-1': professional })
  const digitalOnMonday = { family: 'family-1', need: 'talk', date: monday, start: '10:00', modality: 'digital', attendees: ['parentA'], professionals: ['pro-1'] } as const
  expect(checkPlan(instance, [digitalOnMonday]).violations.map(({ code }) => code)).toContain('offer')
})
