/** Where the pages stand, under `/parent`. */
export const paths = {
  today: '/',
  agenda: '/agenda',
  accessLog: '/inzage',
  settings: '/instellingen',
  copy: '/kopie',
  sharing: '/delen',
  ownData: '/mijn-gegevens',
  tooMuch: '/te-veel',
  meetings: '/overleg',
  rhythm: '/ons-ritme',
  pace: '/rustiger',
  plan: '/plan',
  visit: (bundleId: string) => `/bezoek/${encodeURIComponent(bundleId)}`,
  newElsewhere: '/afspraak',
  changeElsewhere: (id: string) => `/afspraak/${encodeURIComponent(id)}`,
  otherMoment: (id: string) => `/ander-moment/${encodeURIComponent(id)}`,
} as const
