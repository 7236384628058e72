export { goldenEvents } from './golden-events.ts'
