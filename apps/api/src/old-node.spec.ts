import { expect, test } from '@jest/globals'
import { oldNode } from './old-node.ts'

test('an older Node is told what to start with, and the one that runs this is not', () => {
  expect(['20.20.2', '25.9.0'].map(oldNode)).toEqual([expect.stringContaining('Node 20.20.2 can\'t run this program'), expect.stringContaining('node_modules/.bin/node')])
  expect(['26.0.0', '26.10.0', '30.1.0', process.versions.node].map(oldNode)).toEqual([undefined, undefined, undefined, undefined])
})
