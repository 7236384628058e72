export default () => globalThis.takeAwayRegions()
