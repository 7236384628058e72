const millisecondsOfDay = 86_400_000
let dayKnown = { number: NaN, text: '' }

/**
 * A moment as text: UTC, ISO 8601 with milliseconds. Reading a whole log asks for it a million times on few days, so the calendar is
 * asked once a day.
 * @param milliseconds since 1970
 */
export const momentOf = (milliseconds: number): string => {
  const number = Math.floor(milliseconds / millisecondsOfDay)
  if (number !== dayKnown.number) dayKnown = { number, text: Temporal.Instant.fromEpochMilliseconds(number * millisecondsOfDay).toString().slice(0, -'00:00:00Z'.length) }
  const left = milliseconds - number * millisecondsOfDay
  return `${dayKnown.text}${two(left / 3_600_000)}:${two(left / 60_000 % 60)}:${two(left / 1_000 % 60)}.${String(left % 1_000).padStart(3, '0')}Z`
}

const two = (value: number): string => value < 10 ? `0${Math.floor(value)}` : String(Math.floor(value))
