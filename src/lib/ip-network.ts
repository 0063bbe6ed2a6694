const IPV4_INSIDE = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i
const GROUPS = 8
const NETWORK_GROUPS = 4

/**
 * What one household or phone has of an address: IPv4 whole, IPv6 the first 64 bits, because a single customer gets
 * all the addresses behind them. Text that is no address is its own network.
 */
export function networkOf(address: string | undefined): string {
  const [plain = ""] = (address ?? "").split("%", 1)
  const ipv4 = IPV4_INSIDE.exec(plain)?.[1]
  if (ipv4) {
    return ipv4
  }

  return plain.includes(":") ? `${networkGroups(plain).join(":")}::/64` : plain || "unknown"
}

function networkGroups(address: string): string[] {
  const [head = "", tail = ""] = address.split("::", 2)
  const before = head ? head.split(":") : []
  const after = tail ? tail.split(":") : []
  // An address that ends in dotted IPv4 has one part fewer than groups; it lies behind the first 64 bits.
  const missing = Math.max(GROUPS - before.length - after.length, 0)
  const groups = [...before, ...Array<string>(missing).fill("0"), ...after]

  return groups.slice(0, NETWORK_GROUPS).map((group) => group.toLowerCase().replace(/^0+(?=.)/, ""))
}
