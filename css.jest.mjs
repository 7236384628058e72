// A CSS file for Jest: every class is its own name.
const code = 'export default new Proxy({}, { get: (_, name) => String(name) })'
export default { process: () => ({ code }) }
