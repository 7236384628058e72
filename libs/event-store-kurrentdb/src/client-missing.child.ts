/** Opens a store where the client isn't installed, and says how that ends. For `client.spec.ts`. */
import { registerHooks } from 'node:module'

registerHooks({ resolve: (specifier, context, next) => next(specifier === '@kurrent/kurrentdb-client' ? '@kurrent/not-installed' : specifier, context) })
const { openKurrentdbEventStore } = await import('./index.ts')
const { name, message } = await openKurrentdbEventStore({ url: 'kurrentdb://127.0.0.1:2113?tls=false', name: 'events' }).then(() => new Error('opened'), (error: Error) => error)
process.stdout.write(`${name}: ${message}`)
