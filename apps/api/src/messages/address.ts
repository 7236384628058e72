/** The longest address that mail can go to (RFC 5321, 4.5.3.1). */
const longest = 254

/**
 * A mail address as mail servers take it, or nothing for what is none. The name before the @ stays as it was typed; the domain is
 * written in small letters and, where it has others than Latin ones, in the form of the domain name system.
 */
export const readAddress = (typed: string): string | undefined => {
  const match = /^([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64})@([^\s@]{1,253})$/.exec(typed.trim())
  const [name, domainTyped] = [match?.[1], match?.[2]]
  if (name === undefined || domainTyped === undefined || name.startsWith('.') || name.endsWith('.') || name.includes('..')) return undefined
  const domain = domainOf(domainTyped)
  const address = `${name}@${domain ?? ''}`
  return domain === undefined || address.length > longest ? undefined : address
}

/** Names of the domain name system with at least one dot; no address of a machine. */
const domainOf = (typed: string): string | undefined => {
  if (/[/?#:\\[\]%]/.test(typed) || !URL.canParse(`http://${typed}`)) return undefined
  const domain = new URL(`http://${typed}`).hostname
  return /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[a-z0-9-]*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(domain) ? domain : undefined
}
