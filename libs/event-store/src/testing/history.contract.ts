import { describe, expect, test } from '@jest/globals'
import type { Contract } from './contract-subject.ts'
import { aStream, testWith } from './contract-tools.ts'
import { isLinearizable, recordHistory } from './history.ts'

export const historyContract = (contract: Contract): void => {
  describe('many clients on one stream', () => {
    test.each([1, 2, 3])('see one order, as if each thing were done in one instant (%i)', async seed => {
      const history = await recordHistory(contract.store, aStream(), { clients: 6, each: 20, seed })
      const told = history.operations.map(({ answer }) => answer.kind)
      expect([told.includes('written'), told.includes('refused'), told.includes('read')]).toEqual([true, true, true])
      expect(isLinearizable(history)).toBe(true)
    })

    testWith(contract, 'outage', 'also while the server goes and comes back, whatever became of what got no answer', async outage => {
      const history = await recordHistory(contract.store, aStream(), {
        clients: 4, each: 12, seed: 4,
        meanwhile: async () => {
          await outage.begin()
          await outage.end()
        },
      })
      expect(isLinearizable(history)).toBe(true)
    })
  })
}
