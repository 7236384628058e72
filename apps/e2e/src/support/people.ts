/** The people of the demo region whom a journey can be, and the app in which each works. */
export const people = {
  'coordinator': 'desk',
  'pedagogical-worker': 'desk',
  'coach': 'desk',
  'paediatrician': 'desk',
  'youth-care-worker': 'desk',
  'therapist': 'desk',
  'privacy-officer': 'desk',
  'mother': 'parent',
  'father': 'parent',
  'pregnant-woman': 'parent',
} as const

export type Persona = keyof typeof people
export type App = (typeof people)[Persona]

export const everybody = Object.keys(people) as readonly Persona[]
