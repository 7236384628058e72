/** Loaded before a store, in each of its threads: it then syncs its write-ahead log seldom, as `synchronous = NORMAL` does. Proves that the specs of power cuts can fail. */
import { DatabaseSync } from 'node:sqlite'

// oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
const { exec } = DatabaseSync.prototype
DatabaseSync.prototype.exec = function (sql) { exec.call(this, sql.replace('synchronous = FULL', 'synchronous = NORMAL')) }
