import type { disciplines as nl } from '../nl/disciplines.ts'

/** For whom somebody works. */
export const disciplines: Record<keyof typeof nl, string> = {
  'discipline.imhSpecialist': 'IMH specialist',
  'discipline.dayCentre': 'day centre',
  'discipline.hospital': 'hospital',
  'discipline.youthCare': 'youth care',
  'discipline.adultMentalHealth': 'care for the parent',
  'discipline.gp': 'general practitioner',
  'discipline.midwife': 'midwife',
  'discipline.childHealthClinic': 'child health clinic',
  'discipline.homeSupport': 'support at home',
  'discipline.neighbourhoodTeam': 'neighbourhood team',
  'discipline.juvenileCourt': 'juvenile court',
}
