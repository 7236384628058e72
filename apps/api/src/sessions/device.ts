const browsers: readonly (readonly [RegExp, string])[] = [[/Edg\//, 'Edge'], [/OPR\//, 'Opera'], [/Firefox\/|FxiOS\//, 'Firefox'], [/SamsungBrowser\//, 'Samsung Internet'], [/Chrome\/|CriOS\//, 'Chrome'], [/Safari\//, 'Safari']]
const systems: readonly (readonly [RegExp, string])[] = [[/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Android/, 'Android'], [/Windows/, 'Windows'], [/Mac OS X/, 'Mac'], [/CrOS/, 'ChromeOS'], [/Linux/, 'Linux']]

/** A browser in two words, such as `Firefox, Windows`: enough to know one's own sessions apart, and no more than that. */
export const deviceOf = (userAgent: string | undefined): string =>
  [browsers, systems].flatMap((known) => known.find(([sign]) => sign.test(userAgent ?? ''))?.[1] ?? []).join(', ')
