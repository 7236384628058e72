import type { Family } from '../family/model.ts'

type Standing = Pick<Family['meetings'][number], 'status' | 'when'>

/** A talk that is still to be held. */
export const isComing = ({ status }: Standing): boolean => status !== 'HELD' && status !== 'CANCELLED'

/** A talk that was called off, until its day is over: who counted on it reads so. */
export const isOff = ({ status, when }: Standing, today: string): boolean => status === 'CANCELLED' && when !== null && when.date >= today
