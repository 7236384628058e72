/** Where this page works: at the desk, or at the tablet of a group, which is another page with a session of its own. */
export const app = location.pathname.startsWith('/tablet/') ? 'tablet' : 'desk'

/** Names the app to the API, so that a desk and a parent window work side by side in one browser. */
export const appHeaders = { 'x-samenspel-app': app }

/** Where the API is, seen from this page. */
export const graphqlAddress = '/graphql'
