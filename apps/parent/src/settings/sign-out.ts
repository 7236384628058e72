/** Ends the session of this app and leaves it: nothing of the family stays in the page. */
export const signOut = async (): Promise<void> => {
  const answer = await fetch('/sign-out', { method: 'POST', credentials: 'same-origin', headers: { 'x-samenspel-app': 'parent' } })
  if (answer.ok) location.assign('/')
}
