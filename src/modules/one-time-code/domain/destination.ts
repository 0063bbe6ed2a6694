/** Where a code went, as far as whoever only knows a password may see it. */
export function maskDestination(destination: string): string {
  const [name = "", domain] = destination.split("@")

  return domain ? `${name.slice(0, 1)}***@${domain}` : `***${destination.slice(-3)}`
}
