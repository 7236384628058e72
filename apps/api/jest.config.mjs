import { nodeProject } from '../../jest.base.mjs'

// The longest of all, and the last to end: by then both cores are free.
export default { ...nodeProject, displayName: 'api', maxWorkers: 2, globalSetup: '<rootDir>/jest.region.mjs', globalTeardown: '<rootDir>/jest.region-away.mjs' }
