/** How often something is begun anew before it counts as never in time. */
const mostTries = 20

/**
 * Does something to what ends by itself, such as a search, and may have ended before: then all of it is done again.
 * @param attempt from the beginning, with what it leaves behind put right
 * @param isInTime whether what came of it tells that it had not ended yet
 * @throws Error when it never was
 */
export const inTime = async <Result>(attempt: () => Promise<Result>, isInTime: (result: Result) => boolean): Promise<Result> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const result = await attempt()
    if (isInTime(result)) return result
  }
  throw new Error(`${mostTries} times it had ended before`)
}
