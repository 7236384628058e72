import { nodeProject } from '../../jest.base.mjs'

// The longest of all, and the last to end: by then both cores are free, and a third of a spec waits for the disk or another process.
export default { ...nodeProject, displayName: 'api', maxWorkers: 3, globalSetup: '<rootDir>/jest.region.mjs', globalTeardown: '<rootDir>/jest.region-away.mjs' }
