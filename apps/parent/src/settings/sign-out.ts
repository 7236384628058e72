/** What the other windows of this browser are told by, without a word about anybody: what they show goes too, and where they were. */
const key = 'samenspel.parent.signed-out'

/** Ends the session of this app and leaves it: nothing of the family stays in the page, nor in other windows that show it. */
export const signOut = async (): Promise<void> => {
  const answer = await fetch('/sign-out', { method: 'POST', credentials: 'same-origin', headers: { 'x-samenspel-app': 'parent' } })
  if (!answer.ok) return
  localStorage.setItem(key, new Date().toISOString())
  location.assign('/')
}

addEventListener('storage', (event) => { if (event.key === key) location.replace('/parent/') })
