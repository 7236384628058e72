/** What the other windows of this browser are told by, without a word about anybody: what they show goes too, and where they were. */
const key = 'samenspel.parent.signed-out'

/**
 * Ends the session of this app and leaves it: nothing of the family stays in the page, nor in other windows that show it.
 * @returns whether it ended
 */
export const signOut = async (): Promise<boolean> => {
  const answer = await fetch('/sign-out', { method: 'POST', credentials: 'same-origin', headers: { 'x-samenspel-app': 'parent' } }).catch(() => undefined)
  if (answer?.ok !== true) return false
  localStorage.setItem(key, new Date().toISOString())
  location.assign('/')
  return true
}

addEventListener('storage', (event) => { if (event.key === key) location.replace('/parent/') })
