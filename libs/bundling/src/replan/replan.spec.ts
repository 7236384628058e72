import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { checkPlan, plan, replan, type Appointment, type BundlingCase } from '../index.ts'
import { firstWeek, secondWeek, smallCase, smallFamily, aNeed, offers, type OfferedOn } from '../testing/small-case.ts'
import { tinyCases } from '../testing/tiny-cases.ts'
import { loadCase, references } from '../testing/cases.ts'

const [monday, tuesday, wednesday] = firstWeek
const at = (need: string, date: string, start: string, professional = 'pro-1'): Appointment =>
  ({ family: 'family-1', need, date, start, modality: 'onsite', place: 'hospital', attendees: ['child', 'parentA'], professionals: [professional] })
const two = (free: readonly OfferedOn[], changes = {}): BundlingCase =>
  smallCase(smallFamily({ needs: [aNeed('n1'), aNeed('n2')], ...changes }), { 'pro-1': offers(...free) })

describe('a plan made again', () => {
  test.each(references('M').map(one => one.name))('moves nothing in %s when nothing fell away', async name => {
    const instance = loadCase(name)
    const { appointments } = await plan(instance)
    expect(await replan(instance, { standing: appointments })).toMatchObject({ appointments, stay: appointments, moved: [], proven: true })
  })

  test('plans what was lost at another time and leaves what stands, though a lighter plan would move it', async () => {
    // Both on Tuesday would be one travel day.
    const instance = two([[tuesday, ['09:00', '11:00']], [wednesday, ['09:00', '10:00']]])
    const standing = [at('n1', wednesday, '09:00')]
    const found = await replan(instance, { standing, lost: [at('n2', monday, '09:00')] })
    expect(found).toMatchObject({ stay: standing, moved: [], proven: true, burden: { travelDays: 2 } })
    expect(await replan(instance, { standing, mostMoved: 1 })).toMatchObject({ burden: { travelDays: 1 }, moved: [{ from: standing[0] }], withinMost: true })
    expect(await replan(instance, { standing, mostMoved: 0 })).toMatchObject({ burden: { travelDays: 2 }, moved: [] })
  })

  test('moves what stands when else something has no place', async () => {
    const instance = smallCase(smallFamily({ needs: [aNeed('n1'), aNeed('n2', { deadline: tuesday })] }), { 'pro-1': offers([tuesday, ['09:00', '10:00']], [wednesday, ['09:00', '10:00']]) })
    const standing = [at('n1', tuesday, '09:00')]
    expect(await replan(instance, { standing })).toMatchObject({ moved: [{ from: standing[0], to: at('n1', wednesday, '09:00') }], withoutAppointment: [] })
  })

  test('needs no time in the calendars for what stands, and does not use the slot that was lost', async () => {
    const instance = smallCase(smallFamily({ needs: [aNeed('n1', { deadline: monday }), aNeed('n2')] }), { 'pro-1': offers([tuesday, ['09:00', '10:00']]) })
    const standing = [at('n1', monday, '10:00')]
    expect(await replan(instance, { standing, lost: [at('n2', tuesday, '09:00')] })).toMatchObject({ stay: standing, withoutAppointment: ['n2'] })
  })

  test('takes another who gives the same time when one falls ill', async () => {
    const instance = smallCase(smallFamily({ needs: [aNeed('n1', { staffing: [['pro-1'], ['pro-2']] })] }), { 'pro-1': offers([monday, ['10:00', '11:00']]), 'pro-2': offers([monday, ['10:00', '11:00']]) })
    expect(await replan(instance, { standing: [], lost: [at('n1', monday, '10:00')] })).toMatchObject({ appointments: [at('n1', monday, '10:00', 'pro-2')], withoutAppointment: [] })
  })

  test('with an ill child moves what the child should come to that day', async () => {
    const instance = two([[tuesday, ['09:00', '11:00']]])
    const standing = [at('n1', monday, '10:00'), at('n2', tuesday, '09:00')]
    expect(await replan(instance, { standing, withoutChild: [monday] })).toMatchObject({ couldNotStay: [standing[0]], stay: [standing[1]], moved: [{ to: { date: tuesday, start: '10:00' } }] })
  })

  test('keeps every rule when the family can bear less, and says when more had to move than was asked', async () => {
    const instance = two([[monday, ['09:00', '10:00']], [wednesday, ['09:00', '11:00']]], { caps: { ...smallFamily().caps, tripsPerWeek: 1 } })
    const standing = [at('n1', monday, '09:00'), at('n2', wednesday, '09:00')]
    const found = await replan(instance, { standing, mostMoved: 0 })
    expect(found).toMatchObject({ withinMost: false, withoutAppointment: [], moved: [{ from: standing[0], to: at('n1', wednesday, '10:00') }] })
  })

  test('refuses a number of moves that is none, and a family that is not there', async () => {
    await expect(replan(two([]), { standing: [], mostMoved: -1 })).rejects.toThrow(RangeError)
    await expect(replan(two([]), { family: 'nobody', standing: [] })).rejects.toThrow(RangeError)
  })

  test('keeps every rule in random families, moves nothing without a loss, and is the same every time', async () => {
    await fc.assert(fc.asyncProperty(tinyCases({ dates: [firstWeek[0], secondWeek[0]], needs: 3, windows: 4 }), fc.nat(), async (instance, pick) => {
      const { appointments } = await plan(instance)
      expect((await replan(instance, { standing: appointments })).moved).toEqual([])
      if (appointments.length === 0) return
      const lost = appointments[pick % appointments.length]!
      const again = () => replan(instance, { standing: appointments.filter(one => one !== lost), lost: [lost] })
      const found = await again()
      expect(checkPlan(instance, found.appointments)).toEqual({ violations: [], burden: found.burden })
      expect(found.stay.length + found.moved.length).toBe(appointments.length - 1)
      expect(await again()).toEqual(found)
    }), { numRuns: 25, seed: 4 })
  })
})
