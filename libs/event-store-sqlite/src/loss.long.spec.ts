import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { afterPowerCut, garble, type AfterPowerCut } from './testing/after-power-cut.ts'

let cutOff: AfterPowerCut
beforeAll(async () => { cutOff = await afterPowerCut() })
afterAll(() => { cutOff.remove() })

test('a write-ahead log of which one bit was turned, in any of a thousand places, opens with what is before it, and the missing events are counted', async () => {
  await expect(garble(cutOff, 1_000)).resolves.toBeUndefined()
}, 300_000)
