/** Prints one part of the page alone: what is marked `data-printed` with its name. */
export const printOnly = (name: string): void => {
  const root = document.documentElement
  root.dataset['printing'] = name
  addEventListener('afterprint', () => { delete root.dataset['printing'] }, { once: true })
  window.print()
}
