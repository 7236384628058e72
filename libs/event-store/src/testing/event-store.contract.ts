import { afterAll, beforeAll, describe } from '@jest/globals'
import { appendContract } from './append.contract.ts'
import type { Contract, ContractSubject, Without } from './contract-subject.ts'
import { historyContract } from './history.contract.ts'
import { lifetimeContract } from './lifetime.contract.ts'
import { readContract } from './read.contract.ts'
import { subscribeContract } from './subscribe.contract.ts'

/**
 * The promises of the port, as tests. Each adapter runs them all: `eventStoreContract('sqlite', open)`.
 * @param open gives a new, empty store each time it is asked
 * @param without what can't be done to it, and why
 */
export const eventStoreContract = (name: string, open: () => Promise<ContractSubject>, without: Without = {}): void => {
  describe(`event store contract: ${name}`, () => {
    const contract = { open, without } as Contract
    beforeAll(async () => {
      contract.subject = await open()
      contract.store = contract.subject.store
    })
    afterAll(async () => {
      await contract.store.close()
      await contract.subject.dispose?.()
    })

    appendContract(contract)
    historyContract(contract)
    readContract(contract)
    subscribeContract(contract)
    lifetimeContract(contract)
  })
}
