import { demoId } from '../ids.ts'
import { practitioners } from './practitioners.ts'

/** A group of the day centre: whoever works there sees the agreement cards of its children, also who is in none of their teams. */
export const butterflies = { id: demoId('group butterflies'), name: 'Vlindergroep', leader: practitioners.lotte, workers: [practitioners.sanne] } as const
