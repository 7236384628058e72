/** For whom somebody works. */
export const disciplines = {
  'discipline.imhSpecialist': 'IMH-specialist',
  'discipline.dayCentre': 'dagcentrum',
  'discipline.hospital': 'ziekenhuis',
  'discipline.youthCare': 'jeugdhulp',
  'discipline.adultMentalHealth': 'hulp voor de ouder zelf',
  'discipline.gp': 'huisarts',
  'discipline.midwife': 'verloskundige',
  'discipline.childHealthClinic': 'consultatiebureau',
  'discipline.homeSupport': 'hulp thuis',
  'discipline.neighbourhoodTeam': 'wijkteam',
  'discipline.juvenileCourt': 'jeugdrechter',
} as const
